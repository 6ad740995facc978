package dev.whyrst.peer.prove;

import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.Testimony;
import dev.whyrst.attribution.Testimony.Origin;
import dev.whyrst.attribution.Testimony.Request;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.attribution.verdict.Witness;
import dev.whyrst.peer.ledger.Pairing;
import dev.whyrst.peer.ledger.Recording;
import dev.whyrst.peer.ledger.ResetLedger;
import dev.whyrst.peer.match.ConversationPairs;
import dev.whyrst.peer.match.ResetPairs;
import dev.whyrst.timeline.ConversationOutline;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells from the other capture who made a RST.
 *
 * <p>In both captures: it was not made between them. Only at the receiver's end, although nothing is missing at the
 * sender's: it was. Only at the sender's end: something swallowed it on the way.
 */
final class PeerWitness implements Witness {

    /** Odds from which on it is certain that the RST was made between the captures. */
    private static final double CERTAIN = 300;

    /** Odds for a high confidence. */
    private static final double HIGH = 20;

    /** Odds for a medium one. */
    private static final double MEDIUM = 3;

    /**
     * How many of ten of a responder's conversations must be in both captures before one that is missing says
     * something.
     */
    private static final int MOST_OF_TEN = 9;

    /** How many of its conversations there must be for that. */
    private static final int ENOUGH_CONVERSATIONS = 3;

    private final Comparison comparison;
    private final int capture;

    PeerWitness(Comparison comparison, int capture) {
        this.comparison = comparison;
        this.capture = capture;
    }

    @Override
    public Testimony about(RstContext c) {
        int reset = comparison.trace(capture).indexOf(c.reset().tracePosition());
        int counterpart = comparison.resetPairs().counterpart(capture, reset);
        int conversation = comparison.resets(capture).conversation(reset);
        int nearer = comparison.nearerSender(capture, conversation, c.sender());
        if (counterpart != ResetPairs.ALONE) {
            return inBoth(c, reset, counterpart, nearer);
        }
        if (comparison.resets(capture).isRecaptured(reset)) {
            return recaptured(c, reset);
        }
        int original = original(reset);
        if (original != ResetPairs.ALONE) {
            return copy(c, original);
        }
        if (nearer > 0) {
            return onlyAtSender(c);
        }
        if (nearer == 0) {
            return open("The RST is not in " + there() + ", but which end that was made at cannot be told", c);
        }
        int partner = comparison.pairs().partner(capture, conversation);
        return partner == ConversationPairs.ABSENT ? unheardOf(c, conversation) : missing(c, conversation);
    }

    /** The other capture tells of a RST that this one holds twice what it tells of its first frame. */
    private Testimony recaptured(RstContext c, int reset) {
        int original = comparison.resets(capture).original(reset);
        int counterpart = comparison.resetPairs().counterpart(capture, original);
        if (counterpart == ResetPairs.ALONE) {
            return Testimony.NONE;
        }
        FrameRef frame = comparison.resets(1 - capture).frame(counterpart);
        Evidence evidence = new Evidence(
                Stance.FOR,
                Weight.STRONG,
                "The same RST is in " + there() + ", frame " + frame.number() + translation(c, counterpart),
                List.of(c.rst().at(), frame));
        return testimony(Origin.OPEN, Confidence.HIGH, evidence, Optional.of(frame));
    }

    private Testimony inBoth(RstContext c, int reset, int counterpart, int nearer) {
        FrameRef frame = comparison.resets(1 - capture).frame(counterpart);
        boolean doubtful = comparison.resetPairs().isDoubtful(capture, reset);
        String which = doubtful ? "The same RST, or one next to it that is equal, is in " : "The same RST is in ";
        String so = nearer == 0
                ? ", but which of the captures was made nearer its sender cannot be told"
                : ": it was not made between the two captures";
        Evidence evidence = new Evidence(
                Stance.FOR,
                nearer == 0 ? Weight.WEAK : doubtful ? Weight.STRONG : Weight.DECISIVE,
                which + there() + ", frame " + frame.number() + translation(c, counterpart) + so,
                List.of(c.rst().at(), frame));
        boolean ofHost = nearer < 0 ? isOfHost(1 - capture, counterpart, c) : isOfHost(capture, reset, c);
        Origin origin = ofHost ? Origin.SENDER : Origin.OPEN;
        return testimony(origin, doubtful ? Confidence.HIGH : Confidence.CERTAIN, evidence, Optional.of(frame));
    }

    /**
     * Whether the capture nearer the sender shows that the RST is the sender's own: it has come no hop there, and nor
     * have the sender's other segments. From farther off, a device may have made it before it came to either capture,
     * so that nothing may speak for that.
     */
    private boolean isOfHost(int nearerCapture, int reset, RstContext c) {
        ResetLedger ledger = comparison.resets(nearerCapture);
        int hops = TtlFit.hops(ledger.ttl(reset));
        int usual = comparison.usualTtl(nearerCapture, ledger.conversation(reset), ledger.side(reset));
        if (usual < 0) {
            return hops == 0 || nearerCapture != capture || !c.forgerySigns().fromElsewhere();
        }
        return TtlFit.hops(usual) == 0
                ? hops == 0
                : usual == ledger.ttl(reset) && c.forgerySigns().count() == 0;
    }

    private Testimony copy(RstContext c, int original) {
        FrameRef frame = comparison.resets(capture).frame(original);
        Evidence evidence = new Evidence(
                Stance.FOR,
                Weight.STRONG,
                "It is the same as the RST in frame " + frame.number() + ", which is in " + there()
                        + " too: a copy, or an answer of the same stack",
                List.of(c.rst().at(), frame));
        return testimony(Origin.SENDER, Confidence.HIGH, evidence);
    }

    private Testimony onlyAtSender(RstContext c) {
        Evidence evidence = new Evidence(
                Stance.FOR,
                Weight.STRONG,
                "It left its sender's end, but is not in " + there()
                        + " at the other end: it was lost or swallowed on the way",
                List.of(c.rst().at()));
        boolean elsewhere = TtlFit.hops(c.rst().ttl()) > 0 && c.forgerySigns().fromElsewhere();
        return testimony(elsewhere ? Origin.OPEN : Origin.SENDER, Confidence.HIGH, evidence);
    }

    private Testimony missing(RstContext c, int conversation) {
        Pairing toThere = comparison.pairs().pairing(capture, conversation);
        Recording recording = comparison.recording(1 - capture, toThere.conversation());
        long shift = comparison.shift(capture, conversation, c.sender(), c.rst().timeNanos());
        long shiftOfPeer =
                comparison.shift(capture, conversation, c.peer(), c.rst().timeNanos());
        Coverage coverage = comparison.coverage();
        boolean received = coverage.showsReceived(1 - capture);
        Absence absence = Absence.of(c, recording, toThere, shift, shiftOfPeer, received);
        if (!absence.runs()) {
            return open("The RST is not in " + there() + ", which was not running when it passed", c);
        }
        if (!coverage.showsSent(1 - capture) || absence.expected() > 2 && absence.missing() == absence.expected()) {
            return open("The RST is not in " + there() + ", but nor is anything else that its sender sent then", c);
        }
        long moment = c.rst().timeNanos() + shift;
        long[] fromThere = comparison.fromOtherEnd(capture);
        double loss = Math.max(coverage.loss(1 - capture), coverage.lossAt(1 - capture, moment));
        double odds = ForgeryOdds.of(c, absence, loss, fromThere[1] - fromThere[0], fromThere[0]);
        return odds <= 1
                ? lost(c)
                : madeBetween(c, absence, toThere, confidence(odds).atMost(most(absence, moment)));
    }

    /** How sure absence can make at the best. */
    private Confidence most(Absence absence, long moment) {
        int there = 1 - capture;
        boolean filtered = comparison.resets(there).size() == 0;
        if (filtered || comparison.clock().isSet()) {
            // A filter may keep out all RSTs; and with clocks that were set, a RST may be there at another time.
            return Confidence.MEDIUM;
        }
        if (absence.aftermath().isPresent()) {
            return moment > comparison.trace(there).lastNanos() ? Confidence.HIGH : Confidence.CERTAIN;
        }
        Coverage coverage = comparison.coverage();
        if (coverage.lossAt(there, moment) > 0) {
            return Confidence.MEDIUM;
        }
        boolean whole = coverage.missing(there) == 0
                && moment <= comparison.trace(there).lastNanos();
        return whole ? Confidence.CERTAIN : Confidence.HIGH;
    }

    private Testimony madeBetween(RstContext c, Absence absence, Pairing toThere, Confidence confidence) {
        List<Evidence> evidence = new ArrayList<>();
        List<FrameRef> frames = new ArrayList<>(List.of(c.rst().at()));
        absence.before().map(Segment::at).ifPresent(frames::add);
        evidence.add(new Evidence(
                Stance.FOR,
                confidence == Confidence.CERTAIN ? Weight.DECISIVE : Weight.STRONG,
                "It is not in " + there() + ", made at its sender's end, which holds the conversation"
                        + name(c, toThere.conversation()) + checked() + ": it was made between the two captures",
                frames));
        absence.answered().ifPresent(s -> fate(s, absence.request()).ifPresent(evidence::add));
        absence.aftermath()
                .ifPresent(s -> evidence.add(new Evidence(
                        Stance.FOR,
                        Weight.STRONG,
                        "There its supposed sender went on with the connection (frame " + s.at().number() + ")",
                        List.of(s.at()))));
        return new Testimony(
                Origin.BETWEEN, confidence, absence.request(), absence.answered(), evidence, Optional.empty());
    }

    private Optional<Evidence> fate(Segment answered, Request request) {
        String segment = "The segment in frame " + answered.at().number() + ", which it answers, ";
        String fate =
                switch (request) {
                    case PASSED -> "went through to " + there();
                    case SWALLOWED -> "never came to " + there() + ": the device did not let it pass";
                    case UNKNOWN -> "";
                };
        return fate.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence(Stance.FOR, Weight.STRONG, segment + fate, List.of(answered.at())));
    }

    private Testimony lost(RstContext c) {
        boolean suspect = c.forgerySigns().count() > 0;
        return testimony(
                suspect ? Origin.OPEN : Origin.SENDER,
                Confidence.MEDIUM,
                new Evidence(
                        Stance.FOR,
                        Weight.WEAK,
                        "It is not in " + there() + ", made at its sender's end; but that lacks "
                                + comparison.coverage().missing(1 - capture) + " of "
                                + comparison.coverage().expected(1 - capture)
                                + " segments that must have passed there"
                                + (suspect ? "" : ", and the RST looks like its sender's own"),
                        List.of(c.rst().at())));
    }

    /** The other capture does not know the conversation at all. */
    private Testimony unheardOf(RstContext c, int conversation) {
        long[] shared = comparison.shared(capture, conversation);
        long moment = c.rst().timeNanos()
                + comparison.shift(capture, conversation, c.sender(), c.rst().timeNanos());
        boolean covered = shared[0] >= ENOUGH_CONVERSATIONS && shared[1] * 10 >= shared[0] * MOST_OF_TEN;
        boolean shown = comparison.coverage().showsReceived(1 - capture)
                && comparison.coverage().showsSent(1 - capture);
        if (!comparison.runs(1 - capture, moment)
                || !covered
                || !shown
                || comparison.coverage().lossAt(1 - capture, moment) > 0
                || comparison.mayBeStranger(1 - capture, moment)
                || c.trigger().isEmpty()) {
            return open("The conversation is not in " + there() + ", which proves nothing of it", c);
        }
        Segment trigger = c.trigger().get().segment();
        Evidence evidence = new Evidence(
                Stance.FOR,
                Weight.STRONG,
                "Nothing of the conversation came to " + there() + ", made at its sender's end, which holds "
                        + shared[1] + " of " + shared[0]
                        + " other conversations with that responder: a device in between answered",
                List.of(trigger.at(), c.rst().at()));
        return new Testimony(
                Origin.BETWEEN,
                Confidence.HIGH,
                Request.SWALLOWED,
                Optional.of(trigger),
                List.of(evidence),
                Optional.empty());
    }

    private Testimony open(String statement, RstContext c) {
        Evidence evidence =
                new Evidence(Stance.FOR, Weight.WEAK, statement, List.of(c.rst().at()));
        return testimony(Origin.OPEN, Confidence.LOW, evidence);
    }

    private static Testimony testimony(Origin origin, Confidence confidence, Evidence evidence) {
        return testimony(origin, confidence, evidence, Optional.empty());
    }

    private static Testimony testimony(
            Origin origin, Confidence confidence, Evidence evidence, Optional<FrameRef> frame) {
        return new Testimony(origin, confidence, Request.UNKNOWN, Optional.empty(), List.of(evidence), frame);
    }

    private static Confidence confidence(double odds) {
        if (odds >= CERTAIN) {
            return Confidence.CERTAIN;
        }
        if (odds >= HIGH) {
            return Confidence.HIGH;
        }
        return odds >= MEDIUM ? Confidence.MEDIUM : Confidence.LOW;
    }

    /** The RST of this capture that is in both and of which that one is a copy, or {@link ResetPairs#ALONE}. */
    private int original(int reset) {
        ResetLedger ledger = comparison.resets(capture);
        for (int other : ledger.of(ledger.conversation(reset))) {
            boolean both = comparison.resetPairs().counterpart(capture, other) != ResetPairs.ALONE;
            if (both && ledger.isCopy(reset, other)) {
                return other;
            }
        }
        return ResetPairs.ALONE;
    }

    private String checked() {
        long expected = comparison.coverage().expected(1 - capture);
        long missing = comparison.coverage().missing(1 - capture);
        return missing == 0
                ? " and lacks none of " + expected + " segments that came from there"
                : " and lacks only " + missing + " of " + expected + " segments that came from there";
    }

    private String translation(RstContext c, int counterpart) {
        int conversation = comparison.resets(1 - capture).conversation(counterpart);
        return name(c, conversation);
    }

    /** What the conversation is called in the other capture, where a NAT lies between. */
    private String name(RstContext c, int conversationThere) {
        ConversationOutline there = comparison.trace(1 - capture).outline(conversationThere);
        boolean same = there.initiator().equals(c.timeline().initiator())
                && there.responder().equals(c.timeline().responder());
        boolean crossed = there.initiator().equals(c.timeline().responder())
                && there.responder().equals(c.timeline().initiator());
        return same || crossed ? "" : " (seen there as " + there.initiator() + " to " + there.responder() + ")";
    }

    private String there() {
        return comparison.trace(1 - capture).name();
    }
}
