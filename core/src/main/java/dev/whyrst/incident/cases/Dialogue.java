package dev.whyrst.incident.cases;

import static dev.whyrst.incident.IncidentThresholds.INTERIM_ANSWER_BYTES;
import static dev.whyrst.incident.IncidentThresholds.ONE_BREATH_NANOS;
import static dev.whyrst.incident.IncidentThresholds.TLS_ALERT_BYTES;
import static dev.whyrst.incident.IncidentThresholds.TLS_FINISHED_BYTES;
import static dev.whyrst.incident.IncidentThresholds.TLS_FLIGHT_BYTES;
import static dev.whyrst.incident.IncidentThresholds.TLS_REFUSAL_BYTES;
import static dev.whyrst.incident.IncidentThresholds.TLS_TICKETS;
import static dev.whyrst.incident.IncidentThresholds.UPLOAD_TO_ANSWER;

import dev.whyrst.timeline.PayloadKind;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;

/**
 * What the ends of a conversation said to each other, and in which protocol. One object is used again and again, as
 * {@link CaseReader} is.
 */
final class Dialogue {

    private long asked;
    private long said;
    private TraitSet traits;

    /** Bytes of the TLS ClientHello, 0 without. */
    private int hello;

    private int requests;
    private boolean answered;

    /** The last HTTP answer, unless a request came after it. */
    private PayloadKind answer = PayloadKind.NONE;

    /**
     * Adds all traits that tell of it.
     *
     * @param last the last segment with payload before the RST, or null
     * @param lastOfServer the same of the server
     */
    void read(Timeline timeline, Segment last, Segment lastOfServer, TraitSet traitsSoFar) {
        asked = timeline.ofInitiator().payloadBytes();
        said = timeline.ofResponder().payloadBytes();
        traits = traitsSoFar;
        hello = 0;
        requests = 0;
        answered = false;
        answer = PayloadKind.NONE;
        traits.add(Trait.ASKED, asked > 0);
        traits.add(Trait.ANSWERED, said > 0);
        traits.add(Trait.LAST_WORD_OF_CLIENT, isClientsWord(last));
        timeline.segments().forEach(this::hear);
        http();
        tlsHandshake(timeline);
        if (traits.has(Trait.TLS)) {
            tlsRecords(timeline);
        }
        if (lastOfServer != null) {
            notice(lastOfServer.payload());
        }
    }

    /** Whether it is the client's, and no mere alert. */
    static boolean isClientsWord(Segment last) {
        return last != null && last.from() == Side.INITIATOR && !last.mayBeAlert();
    }

    private void hear(Segment segment) {
        PayloadKind kind = segment.payload();
        if (kind.isResponse()) {
            answered = true;
            answer = kind;
            return;
        }
        switch (kind) {
            case HTTP_REQUEST -> {
                requests++;
                answered = false;
                answer = PayloadKind.NONE;
            }
            case TLS_CLIENT_HELLO -> {
                traits.add(Trait.TLS);
                hello = segment.payloadLength();
            }
            case TLS_HANDSHAKE, TLS_DATA, TLS_ALERT, TLS_WARNING -> traits.add(Trait.TLS);
            default -> {}
        }
    }

    private void http() {
        traits.add(Trait.HTTP, requests > 0 || answered);
        traits.add(Trait.REQUEST_ANSWERED, answered || requests == 1 && said > 0);
        traits.add(
                Trait.UPLOAD_ANSWERED,
                isUpload(asked, said) && traits.has(Trait.REQUEST_ANSWERED) && traits.has(Trait.LAST_WORD_OF_CLIENT));
    }

    /** Whether the client said much more than it was answered. */
    static boolean isUpload(Timeline timeline) {
        return isUpload(
                timeline.ofInitiator().payloadBytes(), timeline.ofResponder().payloadBytes());
    }

    private static boolean isUpload(long asked, long said) {
        return said > INTERIM_ANSWER_BYTES && asked >= UPLOAD_TO_ANSWER * said;
    }

    private void tlsHandshake(Timeline timeline) {
        if (hello == 0) {
            return;
        }
        long afterHello = asked - hello;
        int most = leftInOneBreath(timeline) ? TLS_FINISHED_BYTES : TLS_REFUSAL_BYTES;
        traits.add(Trait.TLS_REFUSED, said > 0 && afterHello > 0 && afterHello <= most);
        traits.add(Trait.TLS_UNUSED, afterHello <= TLS_FLIGHT_BYTES);
    }

    private void tlsRecords(Timeline timeline) {
        int large = 0;
        int small = 0;
        for (Segment s : timeline.segments()) {
            if (s.from() == Side.INITIATOR && s.isFin()) {
                break;
            }
            if (s.from() == Side.RESPONDER && isRecord(s)) {
                if (s.payloadLength() > TLS_ALERT_BYTES) {
                    large++;
                } else {
                    small++;
                }
            }
        }
        boolean inUse = isAnswered(timeline) || large > TLS_TICKETS || timeline.elided() > 0;
        traits.add(Trait.TLS_DENIED, hello > 0 && large == 0 && small == 1 && !inUse);
        traits.add(Trait.TLS_SERVED, inUse);
    }

    private static boolean isRecord(Segment s) {
        return s.payload() == PayloadKind.TLS_DATA || s.payload().isAlert();
    }

    /** Whether the server sent data after data of the client, more than the handshake has of either. */
    private static boolean isAnswered(Timeline timeline) {
        boolean asked = false;
        for (Segment s : timeline.segments()) {
            boolean data = s.payload() == PayloadKind.TLS_DATA && s.payloadLength() > TLS_FINISHED_BYTES;
            if (data && asked && s.from() == Side.RESPONDER) {
                return true;
            }
            asked |= data && s.from() == Side.INITIATOR;
        }
        return false;
    }

    private static boolean leftInOneBreath(Timeline timeline) {
        long spoke = 0;
        for (Segment s : timeline.segments()) {
            spoke = s.from() == Side.INITIATOR && s.hasPayload() ? s.timeNanos() : spoke;
        }
        return timeline.ofInitiator().hasFinished() && timeline.ofInitiator().finNanos() - spoke <= ONE_BREATH_NANOS;
    }

    /** The status of an answer stands in its first segment, which may not be the last. */
    private void notice(PayloadKind last) {
        switch (last == PayloadKind.OTHER ? answer : last) {
            case LIMIT_NOTICE -> traits.add(Trait.SAID_FULL);
            case HTTP_REQUEST_TIMEOUT, TIMEOUT_NOTICE -> traits.add(Trait.SAID_LATE);
            case DENIAL_NOTICE, HTTP_DENIAL -> traits.add(Trait.SAID_DENIED);
            case CRASH_NOTICE -> traits.add(Trait.SAID_CRASHED);
            case CLOSING_NOTICE, GOING_AWAY -> traits.add(Trait.SAID_CLOSING);
            case HTTP_CLIENT_ERROR, HTTP_SERVER_ERROR -> traits.add(Trait.SAID_ERROR);
            default -> {}
        }
    }
}
