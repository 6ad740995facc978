package dev.whyrst.incident.cases;

import static dev.whyrst.incident.IncidentThresholds.PATIENCE_NANOS;
import static dev.whyrst.incident.IncidentThresholds.QUIET_NANOS;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.SideSummary;
import dev.whyrst.timeline.Timeline;
import java.util.Optional;

/** What happened to a conversation: what its cause tells, and where that does not, which end ended it and how. */
final class WhoEndedIt {

    private WhoEndedIt() {}

    /** Adds {@link Trait#CUT_SHORT} where the client left in the midst of an answer. */
    static Behaviour behaviour(Lookback back, TraitSet traits) {
        Timeline timeline = back.timeline();
        boolean met =
                timeline.ofInitiator().hasSpoken() && timeline.ofResponder().hasSpoken();
        if (back.attribution().emitter() == Emitter.MIDDLEBOX) {
            return met ? Behaviour.CUT_ON_PATH : Behaviour.FILTERED;
        }
        Optional<Behaviour> told = back.attribution().cause().behaviour();
        if (told.isPresent()) {
            return refined(told.get(), back, met);
        }
        if (!met && back.attribution().cause() == Cause.UNDETERMINED) {
            return isRefusalAlone(back.reset()) ? Behaviour.REFUSED : Behaviour.STRAY;
        }
        return back.reset().from() == Side.RESPONDER ? byServer(back, traits) : byClient(back, traits);
    }

    /** What a cause tells, where that has two readings. */
    private static Behaviour refined(Behaviour told, Lookback back, boolean met) {
        return switch (told) {
            case FILTERED -> met ? Behaviour.CUT_ON_PATH : Behaviour.FILTERED;
            case PROBE -> isOpenedByStack(back) && hasWaited(back) ? Behaviour.CLIENT_GONE : Behaviour.PROBE;
            case REFUSED,
                    OVERFLOW,
                    CUT_ON_PATH,
                    LOST,
                    SILENT,
                    SERVER_ABORT,
                    SERVER_CLOSED,
                    CLIENT_GONE,
                    CLIENT_DONE,
                    STRAY -> told;
        };
    }

    /** Programs that make their SYNs themselves do without timestamps and window scaling. */
    static boolean isOpenedByStack(Lookback back) {
        Segment first = back.begin();
        return first.isInitialSyn() && (first.timestamps() || first.optionsLength() >= Thresholds.STACK_OPTIONS);
    }

    /** Whether the client had time to lose its patience. */
    private static boolean hasWaited(Lookback back) {
        return back.reset().timeNanos() - back.begin().timeNanos() >= PATIENCE_NANOS;
    }

    /**
     * RFC 9293 section 3.10.7.1: a RST,ACK with SEQ 0 answers a segment without ACK, though the capture shows one
     * direction.
     */
    private static boolean isRefusalAlone(Segment reset) {
        return reset.from() == Side.RESPONDER && reset.hasAck() && reset.rawSeq() == 0;
    }

    private static Behaviour byServer(Lookback back, TraitSet traits) {
        Cause cause = back.attribution().cause();
        if (cause == Cause.BENIGN_AFTER_TEARDOWN && isClosedByClientFirst(back)) {
            return Behaviour.CLIENT_DONE;
        }
        boolean closed = traits.has(Trait.PASSIVE) && back.hasFinished(Side.RESPONDER);
        return closed || cause == Cause.DATA_AFTER_CLOSE ? Behaviour.SERVER_CLOSED : Behaviour.SERVER_ABORT;
    }

    private static Behaviour byClient(Lookback back, TraitSet traits) {
        if (isProbe(back, traits)) {
            return Behaviour.PROBE;
        }
        if (traits.has(Trait.TLS_UNUSED)) {
            return Behaviour.CLIENT_DONE;
        }
        if (isCutShort(back)) {
            traits.add(Trait.CUT_SHORT);
            return Behaviour.CLIENT_GONE;
        }
        return traits.has(Trait.LAST_WORD_OF_CLIENT) ? Behaviour.CLIENT_GONE : Behaviour.CLIENT_DONE;
    }

    /** Whether the client had only looked whether somebody is there. */
    private static boolean isProbe(Lookback back, TraitSet traits) {
        return back.begin().isSyn()
                && !traits.has(Trait.ASKED)
                && (!traits.has(Trait.ANSWERED) || isGoneBeforeGreeting(back));
    }

    /** Whether an answer was on its way, or lay there, that the client did not take. */
    private static boolean isCutShort(Lookback back) {
        boolean unread = back.attribution().cause() == Cause.CLOSE_WITH_UNREAD_DATA
                && !back.timeline().ofResponder().hasFinished();
        return unread || back.answeredSince(back.clientsEnd()) || back.isUnheardAt(back.clientsEnd());
    }

    /**
     * Whether the client closed right after the handshake, before the server, which speaks first, had said anything.
     */
    private static boolean isGoneBeforeGreeting(Lookback back) {
        long gone = back.timeline().ofInitiator().finNanos();
        return back.hasFinished(Side.INITIATOR)
                && gone - back.begin().timeNanos() < QUIET_NANOS
                && back.timeline().segments().stream()
                        .noneMatch(s -> s.from() == Side.RESPONDER && s.hasPayload() && s.timeNanos() < gone);
    }

    private static boolean isClosedByClientFirst(Lookback back) {
        SideSummary server = back.timeline().ofResponder();
        return back.hasFinished(Side.INITIATOR)
                && (!back.hasFinished(Side.RESPONDER)
                        || back.timeline().ofInitiator().finNanos() < server.finNanos());
    }
}
