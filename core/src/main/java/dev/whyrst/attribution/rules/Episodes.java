package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups the RSTs of one conversation into episodes: one event, and the copies and further answers that it draws.
 */
final class Episodes {

    /** An answer may be captured this long before the abort that caused it: the socket is unhashed first. */
    private static final long UNHASHED_FIRST = 5_000_000L;

    private Episodes() {}

    /** For each case the index of its episode's primary RST, which may be itself. */
    static List<Integer> primaries(List<ResetCase> cases) {
        List<Integer> primaries = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            int original = RecapturedReset.originalOf(cases, i);
            if (original >= 0) {
                primaries.add(primaries.get(original));
                continue;
            }
            int current = i == 0 ? 0 : episodeOf(cases, primaries, i);
            primaries.add(i > 0 && !isOwnEvent(cases.get(current), cases.get(i - 1), cases.get(i)) ? current : i);
        }
        preferAborts(cases, primaries);
        return primaries;
    }

    /** The claim for a further RST of an episode. */
    static Claim further(ResetCase c, ResetCase primary, Claim claim) {
        if (c.reset().copy()) {
            return RecapturedReset.claim(c, primary, claim);
        }
        String statement = "It belongs to the episode of the RST in " + Words.frame(primary.rst())
                + (c.trigger().isPresent()
                        ? ": a further answer, to "
                                + Words.frame(c.trigger().get().segment())
                        : ": a copy or a consequence of it");
        Evidence evidence = new Evidence(
                Stance.FOR,
                Weight.STRONG,
                statement,
                List.of(primary.rst().at(), c.rst().at()));
        boolean forged = claim.emitter() == Emitter.MIDDLEBOX && c.sender() == primary.sender() && !differs(c, primary);
        Emitter emitter = forged ? Emitter.MIDDLEBOX : Emitter.of(c.sender());
        return new Claim(claim.cause(), confidence(c, primary, claim), emitter, List.of(evidence), claim.settle());
    }

    /** A prompt answer of the same stack is as sure as the RST that began the episode. */
    private static Confidence confidence(ResetCase c, ResetCase primary, Claim claim) {
        boolean answers = c.isStateless() && c.trigger().isPresent();
        boolean sameMaker = c.sender() == primary.sender() && !differs(c, primary);
        return answers || sameMaker ? claim.confidence() : claim.confidence().atMost(Confidence.HIGH);
    }

    private static boolean differs(ResetCase c, ResetCase primary) {
        return c.rst().ttl() != primary.rst().ttl();
    }

    /** The episode that a further RST goes on with: the last one that its own sender began, if it is an answer, else the last. */
    private static int episodeOf(List<ResetCase> cases, List<Integer> primaries, int index) {
        int last = primaries.get(index - 1);
        ResetCase c = cases.get(index);
        if (c.shape() == Shape.PASSIVE && cases.get(last).sender() != c.sender()) {
            for (int i = index - 1; i >= 0; i--) {
                if (cases.get(primaries.get(i)).sender() == c.sender()) {
                    return primaries.get(i);
                }
            }
        }
        return last;
    }

    private static boolean isOwnEvent(ResetCase primary, ResetCase before, ResetCase c) {
        boolean otherEndAborts = c.shape() == Shape.ACTIVE
                && c.sender() != primary.sender()
                && primary.reset().standing() == Standing.BELOW_WINDOW;
        return otherEndAborts || livedOn(before, c);
    }

    /** Whether both sides acknowledged news between the two RSTs: the earlier one had no effect, the later is its own event. */
    private static boolean livedOn(ResetCase earlier, ResetCase later) {
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

    private static void preferAborts(List<ResetCase> cases, List<Integer> primaries) {
        for (int i = 0; i < cases.size(); i++) {
            ResetCase primary = cases.get(primaries.get(i));
            ResetCase c = cases.get(i);
            boolean abortFollows = primaries.get(i) != i
                    && primary.shape() == Shape.PASSIVE
                    && c.shape() == Shape.ACTIVE
                    && c.sender() == primary.sender()
                    && c.rst().timeNanos() - primary.rst().timeNanos() <= UNHASHED_FIRST;
            if (abortFollows) {
                int old = primaries.get(i);
                int fresh = i;
                primaries.replaceAll(p -> p == old ? fresh : p);
            }
        }
    }
}
