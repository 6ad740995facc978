package dev.whyrst.peer.prove;

import dev.whyrst.peer.clock.PeerClock;
import dev.whyrst.text.Durations;
import java.util.ArrayList;
import java.util.List;

/** Says how two captures belong together, one sentence a fact. */
final class PeerNotes {

    private final Comparison comparison;
    private final List<String> sentences = new ArrayList<>();

    PeerNotes(Comparison comparison) {
        this.comparison = comparison;
    }

    List<String> sentences() {
        conversations();
        if (comparison.pairs().count(0) > 0) {
            clock();
            order();
            losses();
        }
        resets();
        return sentences;
    }

    private void conversations() {
        int total = comparison.trace(0).conversations();
        int shared = comparison.pairs().count(0);
        String those = shared + " of " + total + " conversations" + (shared == 1 ? " is" : " are");
        if (total == 1) {
            those = "The only conversation is" + (shared == 0 ? " not" : "");
        } else if (shared == 0) {
            those = "None of the " + total + " conversations is";
        }
        sentences.add(
                those + " in " + name(1) + " too" + (shared == 0 ? ": " + whyNone() + ", and it proves nothing" : ""));
    }

    private String whyNone() {
        return comparison.trace(1).conversations() == 0
                ? "it holds no TCP conversation at all"
                : "it shows other traffic, or a proxy in between opens connections of its own";
    }

    private void clock() {
        PeerClock clock = comparison.clock();
        if (!clock.isKnown()) {
            return;
        }
        long offset = clock.offset(comparison.trace(0).lastNanos());
        String drift = clock.driftPpm() == 0
                ? ""
                : ", and " + decimal(Math.abs(clock.driftPpm())) + " ppm "
                        + (clock.driftPpm() > 0 ? "faster" : "slower");
        sentences.add("The clock of " + name(1) + " runs " + Durations.measured(Math.abs(offset))
                + (offset < 0 ? " behind" : " ahead") + drift
                + (clock.isSet() ? "; one of the clocks was set meanwhile, by half a second or more" : ""));
    }

    private void order() {
        int order = comparison.order().overall();
        String way = comparison.clock().transitNanos() == 0
                ? ""
                : "; segments take " + Durations.measured(comparison.clock().transitNanos()) + " from one to the other";
        sentences.add(
                order == 0
                        ? "Which of the captures was made nearer the initiators cannot be told"
                        : name(order > 0 ? 0 : 1) + " was captured nearer the initiators, " + name(order > 0 ? 1 : 0)
                                + " nearer the responders" + way);
    }

    private void losses() {
        for (int capture = 0; capture < 2; capture++) {
            long missing = comparison.coverage().missing(capture);
            if (missing > 0) {
                sentences.add(
                        name(capture) + " lacks " + missing + " of "
                                + comparison.coverage().expected(capture)
                                + " segments that must have passed there: what it does not hold need not be missing on the wire");
            }
        }
    }

    private void resets() {
        int both = comparison.resetPairs().count();
        sentences.add(both + (both == 1 ? " RST is" : " RSTs are") + " in both captures, "
                + (comparison.resets(0).size() - both) + " only in " + name(0) + ", "
                + (comparison.resets(1).size() - both) + " only in " + name(1));
    }

    private String name(int capture) {
        return comparison.trace(capture).name();
    }

    private static String decimal(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
    }
}
