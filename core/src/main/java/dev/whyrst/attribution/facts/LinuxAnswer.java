package dev.whyrst.attribution.facts;

/**
 * Whether a RST is made as Linux makes the answer to a segment for which it has no socket: window 0, IP-ID 0, Don't Fragment
 * ({@code tcp_v4_send_reset}). Linux answers no SYN so that meets a listener, be its queues full, nor one that meets a TIME_WAIT. The
 * REJECT of netfilter looks the same. IPv6 has none of these marks.
 */
public final class LinuxAnswer {

    private LinuxAnswer() {}

    public static boolean is(ObservedRst r) {
        return r.rst().rawWindow() == 0 && r.rst().ipId() == 0 && r.rst().dontFragment();
    }
}
