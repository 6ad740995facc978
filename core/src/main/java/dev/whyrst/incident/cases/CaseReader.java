package dev.whyrst.incident.cases;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Shape;
import dev.whyrst.incident.StoryName;
import dev.whyrst.timeline.PayloadKind;
import dev.whyrst.timeline.Renaming;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.SideSummary;
import dev.whyrst.timeline.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * What incidents need to know of a conversation, read off the attribution of its first RST. One object is used again and
 * again: the fields are valid until the next {@link #read}.
 */
final class CaseReader {

    /** A quiet of at least this, and of {@link #QUIET_ROUND_TRIPS}, is no network delay. */
    private static final long QUIET_NANOS = 400_000_000;

    private static final int QUIET_ROUND_TRIPS = 4;

    /** No program gives up connecting sooner. */
    private static final long PATIENCE_NANOS = 100_000_000;

    /** Last words come so shortly before the close that they belong to it. */
    private static final long FAREWELL_NANOS = 50_000_000;

    private static final int FAREWELL_BYTES = 512;

    /** Maximum segment size, and window scaling or SACK permitted. */
    private static final int STACK_OPTIONS = 8;

    private static final long SEASONED_NANOS = 1_000_000_000L;

    private final EndpointTable endpoints;
    private final Lookback back = new Lookback();
    private final Dialogue dialogue = new Dialogue();

    long nanos;
    long ended;
    long pause;
    long silence;
    int service;
    int client;
    int clientPort;
    int farewell;
    long traits;
    String name = "";
    Behaviour behaviour = Behaviour.STRAY;
    Cause cause = Cause.UNDETERMINED;

    private Attribution attribution;
    private StoryName called;
    private Timeline timeline;
    private Segment reset;
    private Segment lastPayload;
    private Segment lastOfServer;

    CaseReader(EndpointTable endpoints) {
        this.endpoints = endpoints;
    }

    /** Reads the first RST of a conversation. */
    void read(Attribution a, StoryName storyName) {
        attribution = a;
        called = storyName;
        timeline = a.timeline();
        reset = a.reset().segment();
        nanos = reset.timeNanos();
        ended = nanos;
        cause = a.cause();
        name = timeline.serverName();
        farewell = 0;
        traits = 0;
        back.from(a);
        lastPayload = back.lastPayload();
        lastOfServer = null;
        talk();
        behaviour = behaviour();
        parties();
        ending();
        if (cause == Cause.NONEXISTENT_CONNECTION
                && timeline.ofInitiator().isnKnown()
                && timeline.ofResponder().isnKnown()) {
            add(Trait.MISDIRECTED);
        }
        boolean lost = behaviour == Behaviour.LOST || behaviour == Behaviour.SILENT;
        if (a.confidence() == Confidence.LOW || lost && a.confidence() == Confidence.MEDIUM) {
            add(Trait.UNSURE);
        }
        if (ended - timeline.segments().get(0).timeNanos() >= SEASONED_NANOS) {
            add(Trait.SEASONED);
        }
        long quiet = quiet();
        if (pause >= quiet) {
            add(Trait.PAUSED);
        }
        long gap = back.longestOfLastGaps();
        if (gap >= quiet) {
            add(Trait.AFTER_SILENCE);
        }
        silence = behaviour == Behaviour.SERVER_CLOSED ? pause : gap;
        timeline.renaming().ifPresent(this::renamed);
    }

    /** The device that forgot it, not what is left of it under its new name, tells what happened to the connection. */
    private void renamed(Renaming renaming) {
        behaviour = Behaviour.CUT_ON_PATH;
        silence = timeline.segments().get(0).timeNanos() - renaming.lastNanos();
        pause = silence;
        add(Trait.RENAMED);
        add(Trait.ASKED);
        add(Trait.ANSWERED);
        if (silence >= QUIET_NANOS) {
            add(Trait.PAUSED);
            add(Trait.AFTER_SILENCE);
        }
    }

    private long quiet() {
        return Math.max(QUIET_NANOS, QUIET_ROUND_TRIPS * back.roundTrip());
    }

    private void add(Trait trait) {
        traits |= trait.bit;
    }

    private boolean has(Trait trait) {
        return (traits & trait.bit) != 0;
    }

    private void talk() {
        traits |= dialogue.traits(timeline, lastPayload, back.lastPayload(Side.RESPONDER));
        if (attribution.unreadBytes() > 0) {
            add(Trait.UNREAD);
        }
        Segment said = back.lastPayload(Side.RESPONDER);
        if (said != null && back.isBehindExchange(said)) {
            add(Trait.SAID_UNASKED);
        }
        if (attribution.shape() != Shape.ACTIVE) {
            add(Trait.PASSIVE);
        }
    }

    private Behaviour behaviour() {
        boolean met =
                timeline.ofInitiator().hasSpoken() && timeline.ofResponder().hasSpoken();
        if (attribution.emitter() == Emitter.MIDDLEBOX) {
            return met ? Behaviour.CUT_ON_PATH : Behaviour.FILTERED;
        }
        Optional<Behaviour> told = cause.behaviour();
        return told.isPresent() ? ofCause(told.get(), met) : ofConversation(met);
    }

    private Behaviour ofConversation(boolean met) {
        if (met || cause != Cause.UNDETERMINED) {
            return byEnder();
        }
        return isRefusalAlone() ? Behaviour.REFUSED : Behaviour.STRAY;
    }

    private Behaviour ofCause(Behaviour told, boolean met) {
        return switch (told) {
            case FILTERED -> met ? Behaviour.CUT_ON_PATH : Behaviour.FILTERED;
            case PROBE -> isOpenedByStack() && hasWaited() ? Behaviour.CLIENT_GONE : Behaviour.PROBE;
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
    private boolean isOpenedByStack() {
        Segment first = timeline.segments().get(0);
        return first.isInitialSyn() && (first.timestamps() || first.optionsLength() >= STACK_OPTIONS);
    }

    /** Whether the client had time to lose its patience. */
    private boolean hasWaited() {
        return nanos - timeline.segments().get(0).timeNanos() >= PATIENCE_NANOS;
    }

    /** Whether the server had a reason to wait before it aborted: not all was answered, or its answer was not taken. */
    private boolean isWaitingInVain() {
        boolean served = has(Trait.REQUEST_ANSWERED) && !has(Trait.LAST_WORD_OF_CLIENT);
        return pause >= quiet() && !(served && attribution.unacknowledgedBytes() <= 0);
    }

    /** RFC 9293 section 3.10.7.1: a RST,ACK with SEQ 0 answers a segment without ACK, though the capture shows one direction. */
    private boolean isRefusalAlone() {
        return reset.from() == Side.RESPONDER && reset.hasAck() && reset.rawSeq() == 0;
    }

    private Behaviour byEnder() {
        if (reset.from() == Side.RESPONDER) {
            if (cause == Cause.BENIGN_AFTER_TEARDOWN && isClosedByClientFirst()) {
                return Behaviour.CLIENT_DONE;
            }
            boolean closed = has(Trait.PASSIVE) && hasFinished(timeline.ofResponder());
            return closed || cause == Cause.DATA_AFTER_CLOSE ? Behaviour.SERVER_CLOSED : Behaviour.SERVER_ABORT;
        }
        boolean begun = timeline.segments().get(0).isSyn();
        if (begun && !has(Trait.ASKED) && (!has(Trait.ANSWERED) || isGoneBeforeGreeting())) {
            return Behaviour.PROBE;
        }
        boolean unread =
                cause == Cause.CLOSE_WITH_UNREAD_DATA && !timeline.ofResponder().hasFinished();
        if (has(Trait.TLS_UNUSED)) {
            return Behaviour.CLIENT_DONE;
        }
        if (unread || back.answeredSince(clientsEnd()) || back.isUnheardAt(clientsEnd())) {
            add(Trait.CUT_SHORT);
            return Behaviour.CLIENT_GONE;
        }
        return has(Trait.LAST_WORD_OF_CLIENT) ? Behaviour.CLIENT_GONE : Behaviour.CLIENT_DONE;
    }

    /** Whether the client closed right behind the handshake, before the server, which speaks first, had said anything. */
    private boolean isGoneBeforeGreeting() {
        SideSummary gone = timeline.ofInitiator();
        List<Segment> segments = timeline.segments();
        return hasFinished(gone)
                && gone.finNanos() - segments.get(0).timeNanos() < QUIET_NANOS
                && segments.stream()
                        .noneMatch(
                                s -> s.from() == Side.RESPONDER && s.hasPayload() && s.timeNanos() < gone.finNanos());
    }

    private boolean isClosedByClientFirst() {
        SideSummary client = timeline.ofInitiator();
        return hasFinished(client)
                && (!hasFinished(timeline.ofResponder())
                        || client.finNanos() < timeline.ofResponder().finNanos());
    }

    /** When the client closed; if it did not, the moment of the RST. */
    private long clientsEnd() {
        SideSummary client = timeline.ofInitiator();
        return hasFinished(client) ? client.finNanos() : nanos;
    }

    private boolean hasFinished(SideSummary side) {
        return side.hasFinished() && side.finNanos() <= nanos;
    }

    /** Who served whom. Of a connection that was lost, the end that lost it counts as the server. */
    private void parties() {
        Side server = Side.RESPONDER;
        if (behaviour == Behaviour.STRAY || behaviour == Behaviour.LOST) {
            server = reset.from();
        } else if (behaviour == Behaviour.SILENT) {
            server = reset.from().opposite();
        }
        int serving = endpoints.of(called.endpoint(server));
        boolean byHost = server == Side.INITIATOR && behaviour != Behaviour.STRAY;
        service = byHost ? endpoints.hostOf(serving) : serving;
        client = endpoints.hostOf(endpoints.of(called.endpoint(server.opposite())));
        clientPort = called.endpoint(server.opposite()).port();
        lastOfServer = timeline.lastBefore(attribution.reset(), server, s -> !s.isReset())
                .orElse(null);
    }

    private void ending() {
        switch (behaviour) {
            case CUT_ON_PATH -> pause = back.longestOfLastGaps();
            case LOST, SILENT -> pause = lastOfServer == null ? 0 : nanos - lastOfServer.timeNanos();
            case SERVER_CLOSED -> closedByServer();
            case SERVER_ABORT -> {
                Segment heard =
                        lastPayload != null ? lastPayload : timeline.segments().get(0);
                pause = nanos - heard.timeNanos();
                if (isWaitingInVain()) {
                    add(Trait.STALLED);
                }
                if (has(Trait.SAID_ERROR) && Dialogue.isUpload(timeline)) {
                    add(Trait.UPLOAD_ANSWERED);
                }
                lastWords(attribution.reset().position());
                early(reset);
            }
            case CLIENT_GONE -> leftByClient();
            default -> pause = lastPayload == null ? 0 : nanos - lastPayload.timeNanos();
        }
    }

    /** A client that closed gave up with its FIN; what came after that, and was reset, came too late. */
    private void leftByClient() {
        long left = clientsEnd();
        Segment heard = back.lastPayloadUntil(left);
        Segment waiting = back.oldestUnanswered(left);
        Segment since = waiting == null ? heard : waiting;
        pause = since == null ? 0 : left - since.timeNanos();
        if (Dialogue.isClientsWord(heard)) {
            add(Trait.LAST_WORD_OF_CLIENT);
        }
    }

    /** @param end the RST or FIN by which the server ended it */
    private void early(Segment end) {
        boolean nothingTaken = end.hasAck() && end.ack() <= 1 && !(end.isReset() && has(Trait.PASSIVE));
        if (timeline.ofInitiator().isnKnown() && (nothingTaken || !has(Trait.ASKED))) {
            add(Trait.EARLY);
        }
    }

    private void closedByServer() {
        if (hasFinished(timeline.ofResponder())) {
            ended = timeline.ofResponder().finNanos();
        }
        int at = attribution.reset().position();
        while (at > 0 && timeline.segments().get(at - 1).timeNanos() >= ended && !isServersFin(at)) {
            at--;
        }
        lastWords(at);
        if (at < timeline.segments().size() && isServersFin(at)) {
            early(timeline.segments().get(at));
        }
        Segment said = back.lastPayload(Side.RESPONDER, at);
        Segment asked = back.lastPayload(Side.INITIATOR, at);
        if (asked != null && (said == null || said.timeNanos() < asked.timeNanos())) {
            add(Trait.OWING);
            if (ended - asked.timeNanos() >= quiet()) {
                add(Trait.STALLED);
            }
        }
        long since =
                said != null ? said.timeNanos() : timeline.segments().get(0).timeNanos();
        pause = ended - since;
    }

    private boolean isServersFin(int at) {
        Segment segment = timeline.segments().get(at);
        return segment.from() == Side.RESPONDER && segment.isFin();
    }

    private void lastWords(int position) {
        Segment said = back.lastPayload(Side.RESPONDER, position);
        boolean words = said != null
                && (ended - said.timeNanos() <= FAREWELL_NANOS || said.payload() == PayloadKind.CLOSING_NOTICE)
                && said.payloadLength() <= FAREWELL_BYTES
                && !said.payload().isResponse()
                && !said.mayBeAlert();
        if (!words) {
            return;
        }
        boolean only = timeline.ofResponder().payloadBytes() == said.payloadLength();
        if (only) {
            add(Trait.ONLY_FAREWELL);
        }
        if (only || back.isUnheard(said)) {
            farewell = said.payloadLength();
        }
    }
}
