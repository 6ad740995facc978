package dev.whyrst.incident.cases;

import dev.whyrst.timeline.PayloadKind;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;

/** What the ends of a conversation said to each other, and in which protocol. One object is used again and again, as {@link CaseReader} is. */
final class Dialogue {

    /** ChangeCipherSpec and an alert; the Finished message of a client that accepts is longer (RFC 8446 section 4.4.4). */
    private static final int TLS_REFUSAL_BYTES = 37;

    /** That Finished message, with SHA-384, behind ChangeCipherSpec: no request fits in. */
    private static final int TLS_FINISHED_BYTES = 80;

    /** The same in TLS 1.2, with the key exchange before it (RFC 5246 section 7.4.7). */
    private static final int TLS_FLIGHT_BYTES = 130;

    /** Who accepts a certificate and leaves in the same breath has looked at it and did not like it. */
    private static final long ONE_BREATH_NANOS = 1_000_000;

    /** A record with an alert, encrypted with a tag of 16 bytes and a content type. */
    private static final int TLS_ALERT_BYTES = 31;

    /** The rest of a server's flight and its tickets may look like records with data. */
    private static final int TLS_TICKETS = 2;

    /** An answer is short against an upload if the upload is so many times as long. */
    private static final int UPLOAD_TO_ANSWER = 8;

    /** An interim answer such as 100 Continue is no longer. */
    private static final int INTERIM_ANSWER_BYTES = 40;

    private long asked;
    private long said;
    private long traits;

    /** Bytes of the TLS ClientHello, 0 without. */
    private int hello;

    private int requests;
    private boolean answered;

    /** The last HTTP answer, unless a request came after it. */
    private PayloadKind answer = PayloadKind.NONE;

    /**
     * The bits of all traits that tell of it.
     *
     * @param last the last segment with payload before the RST, or null
     * @param lastOfServer the same of the server
     */
    long traits(Timeline timeline, Segment last, Segment lastOfServer) {
        asked = timeline.ofInitiator().payloadBytes();
        said = timeline.ofResponder().payloadBytes();
        traits = 0;
        hello = 0;
        requests = 0;
        answered = false;
        answer = PayloadKind.NONE;
        add(Trait.ASKED, asked > 0);
        add(Trait.ANSWERED, said > 0);
        add(Trait.LAST_WORD_OF_CLIENT, isClientsWord(last));
        timeline.segments().forEach(this::hear);
        http();
        tls(timeline);
        if (lastOfServer != null) {
            notice(lastOfServer.payload());
        }
        return traits;
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
                add(Trait.TLS, true);
                hello = segment.payloadLength();
            }
            case TLS_HANDSHAKE, TLS_DATA, TLS_ALERT -> add(Trait.TLS, true);
            default -> {}
        }
    }

    private void http() {
        add(Trait.HTTP, requests > 0 || answered);
        add(Trait.REQUEST_ANSWERED, answered || requests == 1 && said > 0);
        add(
                Trait.UPLOAD_ANSWERED,
                isUpload(asked, said) && has(Trait.REQUEST_ANSWERED) && has(Trait.LAST_WORD_OF_CLIENT));
    }

    /** Whether the client said much more than it was answered. */
    static boolean isUpload(Timeline timeline) {
        return isUpload(
                timeline.ofInitiator().payloadBytes(), timeline.ofResponder().payloadBytes());
    }

    private static boolean isUpload(long asked, long said) {
        return said > INTERIM_ANSWER_BYTES && asked >= UPLOAD_TO_ANSWER * said;
    }

    private void tls(Timeline timeline) {
        long behindHello = asked - hello;
        int most = leftInOneBreath(timeline) ? TLS_FINISHED_BYTES : TLS_REFUSAL_BYTES;
        add(Trait.TLS_REFUSED, hello > 0 && said > 0 && behindHello > 0 && behindHello <= most);
        add(Trait.TLS_UNUSED, hello > 0 && behindHello <= TLS_FLIGHT_BYTES);
        if (!has(Trait.TLS)) {
            return;
        }
        int large = 0;
        int small = 0;
        boolean left = false;
        for (Segment s : timeline.segments()) {
            boolean record = s.payload() == PayloadKind.TLS_DATA || s.payload() == PayloadKind.TLS_ALERT;
            left |= s.from() == Side.INITIATOR && s.isFin();
            if (s.from() == Side.RESPONDER && record && !left) {
                large += s.payloadLength() > TLS_ALERT_BYTES ? 1 : 0;
                small += s.payloadLength() <= TLS_ALERT_BYTES ? 1 : 0;
            }
        }
        boolean inUse = isAnswered(timeline) || large > TLS_TICKETS || timeline.elided() > 0;
        add(Trait.TLS_DENIED, hello > 0 && large == 0 && small == 1 && !inUse);
        add(Trait.TLS_SERVED, inUse);
    }

    /** Whether the server sent data behind data of the client, more than the handshake has of either. */
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
            case LIMIT_NOTICE -> add(Trait.SAID_FULL, true);
            case HTTP_REQUEST_TIMEOUT, TIMEOUT_NOTICE -> add(Trait.SAID_LATE, true);
            case DENIAL_NOTICE, HTTP_DENIAL -> add(Trait.SAID_DENIED, true);
            case CRASH_NOTICE -> add(Trait.SAID_CRASHED, true);
            case CLOSING_NOTICE -> add(Trait.SAID_CLOSING, true);
            case HTTP_CLIENT_ERROR, HTTP_SERVER_ERROR -> add(Trait.SAID_ERROR, true);
            default -> {}
        }
    }

    private void add(Trait trait, boolean applies) {
        traits |= applies ? trait.bit : 0L;
    }

    private boolean has(Trait trait) {
        return (traits & trait.bit) != 0;
    }
}
