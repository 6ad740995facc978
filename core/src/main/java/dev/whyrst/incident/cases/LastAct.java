package dev.whyrst.incident.cases;

import static dev.whyrst.incident.IncidentThresholds.FAREWELL_BYTES;
import static dev.whyrst.incident.IncidentThresholds.FAREWELL_NANOS;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.List;

/**
 * The act by which a conversation was ended: when it was, how long it had been quiet before, and what the server said
 * right before it. One object is used again and again, as {@link CaseReader} is.
 */
final class LastAct {

    /** When the end that ended the conversation did so, by the clock of the capture: its FIN, or the RST; for a full queue, when it was met. */
    long ended;

    /** How long it had been quiet before; nanoseconds. */
    long pause;

    /** Length of what the server said right before it closed; 0 if nothing. */
    int farewell;

    private Lookback back;
    private TraitSet traits;

    /**
     * Reads the act that makes up the behaviour; adds traits that tell of it.
     *
     * @param server the side that counts as the server
     */
    void read(Lookback lookback, Behaviour behaviour, Side server, TraitSet traitsSoFar) {
        back = lookback;
        traits = traitsSoFar;
        ended = back.reset().timeNanos();
        farewell = 0;
        switch (behaviour) {
            case CUT_ON_PATH -> pause = back.longestOfLastGaps();
            case LOST, SILENT -> pause = sinceLastSignOf(server);
            case SERVER_CLOSED -> closedByServer();
            case SERVER_ABORT -> abortedByServer();
            case CLIENT_GONE -> leftByClient();
            case OVERFLOW -> metFullQueue();
            case REFUSED, FILTERED, CLIENT_DONE, PROBE, STRAY -> pause = since(back.lastPayload());
        }
    }

    /** The queue had no room when the handshake came to its end; the RST may come a minute later, when the server has long given up. */
    private void metFullQueue() {
        pause = since(back.lastPayload());
        ended = back.begin().timeNanos();
    }

    private long sinceLastSignOf(Side server) {
        return back.timeline()
                .lastBefore(back.attribution().reset(), server, s -> !s.isReset())
                .map(this::since)
                .orElse(0L);
    }

    /** From that segment to the end; 0 where there is none. */
    private long since(Segment segment) {
        return segment == null ? 0 : ended - segment.timeNanos();
    }

    private void abortedByServer() {
        pause = since(back.lastPayload() == null ? back.begin() : back.lastPayload());
        traits.add(Trait.STALLED, isWaitingInVain());
        traits.add(Trait.UPLOAD_ANSWERED, traits.has(Trait.SAID_ERROR) && Dialogue.isUpload(back.timeline()));
        lastWords(back.attribution().reset().position());
        early(back.reset());
    }

    /** Whether the server had a reason to wait before it aborted: not all was answered, or its answer was not taken. */
    private boolean isWaitingInVain() {
        boolean served = traits.has(Trait.REQUEST_ANSWERED) && !traits.has(Trait.LAST_WORD_OF_CLIENT);
        return pause >= back.quietNanos() && !(served && back.attribution().unacknowledgedBytes() <= 0);
    }

    private void closedByServer() {
        if (back.hasFinished(Side.RESPONDER)) {
            ended = back.timeline().ofResponder().finNanos();
        }
        int at = positionOfClose();
        lastWords(at);
        if (isServersFin(at)) {
            early(back.timeline().segments().get(at));
        }
        Segment said = back.lastPayload(Side.RESPONDER, at);
        owing(said, back.lastPayload(Side.INITIATOR, at));
        askedTooLate();
        pause = since(said == null ? back.begin() : said);
    }

    /** Where the server's FIN stands; the first segment since its time where that was not captured. */
    private int positionOfClose() {
        List<Segment> segments = back.timeline().segments();
        int at = back.attribution().reset().position();
        while (at > 0 && segments.get(at - 1).timeNanos() >= ended && !isServersFin(at)) {
            at--;
        }
        return at;
    }

    private boolean isServersFin(int at) {
        List<Segment> segments = back.timeline().segments();
        return at < segments.size()
                && segments.get(at).from() == Side.RESPONDER
                && segments.get(at).isFin();
    }

    /** Whether the client's words crossed the server's close: they came after it, and were more than a farewell. */
    private void askedTooLate() {
        boolean late = traits.has(Trait.OWING);
        for (Segment s : back.timeline().segments()) {
            late |= Dialogue.isClientsWord(s) && s.hasPayload() && !s.isReset() && s.timeNanos() >= ended;
        }
        traits.add(Trait.ASKED_TOO_LATE, late);
    }

    /** Whether the server closed with the client's last words unanswered, at once or after a while. */
    private void owing(Segment said, Segment asked) {
        if (asked != null && (said == null || said.timeNanos() < asked.timeNanos())) {
            traits.add(Trait.OWING);
            traits.add(Trait.STALLED, since(asked) >= back.quietNanos());
        }
    }

    /** A client that closed gave up with its FIN; what came after that, and was reset, came too late. */
    private void leftByClient() {
        long left = back.clientsEnd();
        Segment heard = back.lastPayloadUntil(left);
        Segment waiting = back.oldestUnanswered(left);
        Segment since = waiting == null ? heard : waiting;
        pause = since == null ? 0 : left - since.timeNanos();
        traits.add(Trait.LAST_WORD_OF_CLIENT, Dialogue.isClientsWord(heard));
    }

    /** @param end the RST or FIN by which the server ended it */
    private void early(Segment end) {
        boolean nothingTaken = end.hasAck() && end.ack() <= 1 && !(end.isReset() && traits.has(Trait.PASSIVE));
        boolean known = back.timeline().ofInitiator().isnKnown();
        traits.add(Trait.EARLY, known && (nothingTaken || !traits.has(Trait.ASKED)));
    }

    private void lastWords(int position) {
        Segment said = back.lastPayload(Side.RESPONDER, position);
        if (said == null || !areLastWords(said)) {
            return;
        }
        boolean only = back.timeline().ofResponder().payloadBytes() == said.payloadLength();
        traits.add(Trait.ONLY_FAREWELL, only);
        if (only || back.isUnheard(said)) {
            farewell = said.payloadLength();
        }
    }

    private boolean areLastWords(Segment said) {
        boolean atTheClose = since(said) <= FAREWELL_NANOS || said.payload().isClosing();
        boolean answer = said.payload().isResponse() || said.mayBeAlert();
        return atTheClose && said.payloadLength() <= FAREWELL_BYTES && !answer;
    }
}
