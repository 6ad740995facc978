package dev.whyrst.filter;

import dev.whyrst.capture.FrameView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pcap4j.core.PcapNativeException;

/**
 * A filter in the language of {@code pcap-filter(7)}, compiled for each link type when its first frame comes. It judges
 * frames as tcpdump does: by what stands at the front, not by what a tunnel carries. For one thread only.
 *
 * <p>An expression may fit some link types of the input and not others, as {@code ether host} does not fit raw IP. The
 * frames of those are left out, and {@link #notices} says so.
 */
public final class BpfFilter implements FrameFilter {

    private static final int ETHERNET = 1;
    private static final int NULL = 0;
    private static final int LOOP = 108;

    /** A capture with more link types than this was made to harm. */
    private static final int MAX_LINK_TYPES = 64;

    private final String expression;
    private int[] linkTypes = new int[4];
    private BpfInterpreter[] programs = new BpfInterpreter[4];
    private int known;
    private int lastLinkType = -1;
    private BpfInterpreter lastProgram;
    private boolean fits;
    private long judged;
    private long accepted;
    private final List<String> refusals = new ArrayList<>();
    private FilterException firstRefusal;

    private BpfFilter(String expression) {
        this.expression = expression;
    }

    /** The filter of that expression; whether it can be used, its first frame shows. */
    public static BpfFilter of(String expression) {
        return new BpfFilter(expression);
    }

    @Override
    public boolean accepts(FrameView frame) {
        int linkType = linkType(frame);
        if (linkType != lastLinkType) {
            lastProgram = program(linkType);
            lastLinkType = linkType;
        }
        judged++;
        if (lastProgram == null
                || !lastProgram.accepts(
                        frame.bytes(), frame.offset(), frame.capturedLength(), frame.originalLength())) {
            return false;
        }
        accepted++;
        return true;
    }

    @Override
    public List<String> notices() {
        if (!fits && firstRefusal != null) {
            throw firstRefusal;
        }
        List<String> notices = new ArrayList<>();
        notices.add(accepted + " of " + judged + " frames match the filter; only these were looked at");
        notices.addAll(refusals);
        return notices;
    }

    /**
     * The link type to compile for. The family at the front of NULL frames stands in the byte order of the host that
     * captured them; libpcap means this host by NULL, and takes the other order, that of networks, for LOOP.
     */
    private static int linkType(FrameView frame) {
        boolean isSwapped = frame.linkType() == NULL
                && frame.capturedLength() >= 4
                && frame.bytes()[frame.offset()] == 0
                && frame.bytes()[frame.offset() + 1] == 0;
        return isSwapped ? LOOP : frame.linkType();
    }

    private BpfInterpreter program(int linkType) {
        for (int i = 0; i < known; i++) {
            if (linkTypes[i] == linkType) {
                return programs[i];
            }
        }
        if (known == MAX_LINK_TYPES) {
            return null;
        }
        if (known == linkTypes.length) {
            linkTypes = Arrays.copyOf(linkTypes, 2 * known);
            programs = Arrays.copyOf(programs, 2 * known);
        }
        BpfInterpreter program = compile(linkType);
        linkTypes[known] = linkType;
        programs[known++] = program;
        return program;
    }

    /** The program for that link type, or null where the expression does not fit it. */
    private BpfInterpreter compile(int linkType) {
        try {
            BpfInterpreter program = new BpfInterpreter(LibpcapCompiler.compile(expression, linkType));
            fits = true;
            return program;
        } catch (PcapNativeException e) {
            refuse(linkType, e);
            return null;
        }
    }

    private void refuse(int linkType, PcapNativeException e) {
        FilterException refusal = new FilterException(
                "--filter '" + expression + "': " + e.getMessage() + " (on frames of link type " + linkType + ")", e);
        if (!fits && !fitsEthernet()) {
            throw refusal;
        }
        if (firstRefusal == null) {
            firstRefusal = refusal;
        }
        refusals.add("Frames of link type " + linkType + " were left out, because the filter does not fit them: "
                + e.getMessage());
    }

    /** Whether the expression is right at all: nearly everything that can be asked can be asked of Ethernet. */
    private boolean fitsEthernet() {
        try {
            LibpcapCompiler.compile(expression, ETHERNET);
            return true;
        } catch (PcapNativeException e) {
            return false;
        }
    }
}
