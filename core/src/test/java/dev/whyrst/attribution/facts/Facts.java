package dev.whyrst.attribution.facts;

import dev.whyrst.scenario.Case;

/** Reads the facts of short stories: all that tests need to know of how facts are asked for. */
public final class Facts {

    /** A connects to B, which is ten milliseconds away. */
    static final String OPEN =
            """
            +0s   A > B SYN     as=syn
            +10ms B > A SYN,ACK as=synAck
            +40us A > B ACK     as=ack
            """;

    /** The same with a request of 100 bytes, and the answer of 200 that follows at once. */
    static final String TALK = OPEN
            + """
            +1ms  A > B PSH,ACK data=100 as=request
            +10ms B > A PSH,ACK data=200 as=response
            +40us A > B ACK
            """;

    private Facts() {}

    /** The lines, told of a conversation from another port of A; what follows them is again told of the usual one. */
    static String in(int port, String lines) {
        return "conversation A:" + port + " > B:8080\n" + lines + "conversation A:40000 > B:8080\n";
    }

    /** What the rules are given for the RST of a story. */
    public static RstContext of(Case story) {
        return new RstContext(new Surroundings(story.timeline(), story.facts(), story.connectTimeout()), story.reset());
    }

    /** The same for a story as {@link Case#of} plays it. */
    static RstContext of(String story) {
        return of(Case.of(story));
    }
}
