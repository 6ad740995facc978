package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.Afterlife;
import dev.whyrst.attribution.facts.ConnectionlessAnswer;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.attribution.rules.Claim;
import dev.whyrst.attribution.rules.Words;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Standing;
import java.util.List;

/**
 * Groups the RSTs of one conversation into episodes: one event, and the copies and further answers that it draws.
 */
final class Episodes {

    private Episodes() {}

    /** For each case the index of its episode's primary RST, which may be itself. */
    static int[] primaries(List<RstContext> cases) {
        int[] primaries = new int[cases.size()];
        for (int i = 1; i < primaries.length; i++) {
            int original = RecapturedReset.originalOf(cases, i);
            if (original >= 0) {
                primaries[i] = primaries[original];
                continue;
            }
            int current = episodeOf(cases, primaries, i);
            primaries[i] = isOwnEvent(cases.get(current), cases.get(i - 1), cases.get(i)) ? i : current;
        }
        preferAborts(cases, primaries);
        return primaries;
    }

    /** The claim for a further RST of an episode. */
    static Claim further(RstContext c, RstContext primary, Claim claim) {
        if (c.reset().copy()) {
            return RecapturedReset.claim(c, primary, claim);
        }
        Evidence evidence = Evidence.of(Stance.FOR, Weight.STRONG, () -> belongs(c, primary), primary.rst(), c.rst());
        boolean forged = claim.emitter() == Emitter.MIDDLEBOX
                && c.sender() == primary.sender()
                && (!differs(c, primary) || c.ttlFit().differs());
        Emitter emitter = forged ? Emitter.MIDDLEBOX : Emitter.of(c.sender());
        Claim further = claim.further(emitter, evidence);
        return isAsSure(c, primary, claim) ? further : further.atMost(Confidence.HIGH, evidenceOfOther(c, primary));
    }

    private static Evidence evidenceOfOther(RstContext c, RstContext primary) {
        return Evidence.of(
                Stance.AGAINST,
                Weight.WEAK,
                "It answers no captured segment, and nothing shows that it has the same maker as the RST that began the episode",
                primary.rst(),
                c.rst());
    }

    private static String belongs(RstContext c, RstContext primary) {
        return "It belongs to the episode of the RST in " + Words.frame(primary.rst())
                + (c.trigger().isPresent()
                        ? ": a further answer, to "
                                + Words.frame(c.trigger().get().segment())
                        : ": a copy or a consequence of it");
    }

    /** An answer is as sure as the RST that began the episode, unless that was forged and did not end the connection. */
    private static boolean isAsSure(RstContext c, RstContext primary, Claim claim) {
        boolean survived = claim.emitter() == Emitter.MIDDLEBOX
                && c.sender() != primary.sender()
                && Afterlife.of(c, c.ttlFit()).isPresent();
        boolean answers = !survived && c.isStateless() && c.trigger().isPresent();
        boolean sameMaker = c.sender() == primary.sender() && !differs(c, primary);
        return answers || sameMaker;
    }

    private static boolean differs(RstContext c, RstContext primary) {
        return c.rst().ttl() != primary.rst().ttl();
    }

    /** The episode that a further RST goes on with: the last one that its own sender began, if it is an answer, else the last. */
    private static int episodeOf(List<RstContext> cases, int[] primaries, int index) {
        int last = primaries[index - 1];
        RstContext c = cases.get(index);
        if (c.shape() == Shape.PASSIVE && cases.get(last).sender() != c.sender()) {
            for (int i = index - 1; i >= 0; i--) {
                if (cases.get(primaries[i]).sender() == c.sender()) {
                    return primaries[i];
                }
            }
        }
        return last;
    }

    private static boolean isOwnEvent(RstContext primary, RstContext before, RstContext c) {
        boolean ofOtherEnd = c.sender() != primary.sender() && isOwnEventOfOtherEnd(primary, c);
        return ofOtherEnd || isFromElsewhere(primary, c) || TriggerSigns.acknowledgesNothing(c) || livedOn(before, c);
    }

    private static boolean isOwnEventOfOtherEnd(RstContext primary, RstContext c) {
        boolean refusedOld = c.shape() == Shape.ACTIVE && primary.reset().standing() == Standing.BELOW_WINDOW;
        boolean answersItsOwn = TriggerSigns.isAnswerInSynSent(c) || c.triggeredBy(Segment::isInitialSyn);
        return refusedOld || answersItsOwn || abortsToo(primary, c);
    }

    /** Whether it came from another distance than the host, which the first RST did not. */
    private static boolean isFromElsewhere(RstContext primary, RstContext c) {
        return (c.shape() == Shape.ACTIVE || c.sender() == primary.sender())
                && c.ttlFit().differs()
                && !primary.ttlFit().differs();
    }

    /** Whether the other end aborted before the RST reached it: an end that has taken a RST has nothing left to abort. */
    private static boolean abortsToo(RstContext primary, RstContext c) {
        return c.shape() == Shape.ACTIVE
                && c.sender() != primary.sender()
                && primary.isStateless()
                && primary.ttlFit() == TtlFit.SAME
                && c.ttlFit() == TtlFit.SAME
                && c.forgerySigns().count() == 0
                && !ConnectionlessAnswer.is(c);
    }

    /** Whether both sides acknowledged news between the two RSTs: the earlier one had no effect, the later is its own event. */
    private static boolean livedOn(RstContext earlier, RstContext later) {
        List<Segment> segments = earlier.timeline().segments();
        boolean initiator = false;
        boolean responder = false;
        for (int i = earlier.reset().position() + 1; i < later.reset().position(); i++) {
            Segment s = segments.get(i);
            if (s.isReset() || s.isInitialSyn()) {
                continue;
            }
            boolean afterReset = s.timeNanos() - earlier.rst().timeNanos() >= 0;
            initiator |= afterReset && s.from() == Side.INITIATOR;
            responder |= afterReset && s.from() == Side.RESPONDER;
        }
        return initiator && responder;
    }

    private static void preferAborts(List<RstContext> cases, int[] primaries) {
        for (int i = 0; i < cases.size(); i++) {
            RstContext primary = cases.get(primaries[i]);
            RstContext c = cases.get(i);
            boolean abortFollows = primaries[i] != i
                    && primary.shape() == Shape.PASSIVE
                    && c.shape() == Shape.ACTIVE
                    && c.sender() == primary.sender()
                    && c.rst().timeNanos() - primary.rst().timeNanos() <= Thresholds.UNHASHED_FIRST;
            if (abortFollows) {
                replace(primaries, primaries[i], i);
            }
        }
    }

    private static void replace(int[] primaries, int old, int fresh) {
        for (int i = 0; i < primaries.length; i++) {
            primaries[i] = primaries[i] == old ? fresh : primaries[i];
        }
    }
}
