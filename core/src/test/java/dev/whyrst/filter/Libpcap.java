package dev.whyrst.filter;

import org.pcap4j.core.Pcaps;

/** Whether the library that compiles filters is at hand. */
final class Libpcap {

    private Libpcap() {}

    static boolean isThere() {
        try {
            return Pcaps.libVersion().contains("libpcap");
        } catch (LinkageError e) {
            return false;
        }
    }
}
