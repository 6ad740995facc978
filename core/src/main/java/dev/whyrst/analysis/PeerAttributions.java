package dev.whyrst.analysis;

import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Verdict;
import dev.whyrst.incident.StoryName;
import dev.whyrst.peer.prove.PeerComparison;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The attributions of a trace and then those of its peer. A RST that both hold has one cause: that of the capture that
 * tells more of it.
 */
final class PeerAttributions implements Attributions {

    private final AttributionCursor[] cursors;
    private final String[] names;
    private final PeerComparison comparison;

    PeerAttributions(AttributionCursor trace, AttributionCursor peer, PeerComparison comparison, String... names) {
        cursors = new AttributionCursor[] {trace, peer};
        this.comparison = comparison;
        this.names = names;
    }

    @Override
    public int size() {
        return cursors[0].size() + cursors[1].size();
    }

    @Override
    public Attribution at(int reset) {
        Attribution own = alone(reset);
        boolean further = own.repeatOf().isPresent();
        int primary = further ? Attributions.index(own.repeatOf().get()) : reset;
        Optional<Attribution> better = better(primary);
        if (better.isEmpty()) {
            return own;
        }
        Optional<String> repeatOf = further ? own.repeatOf() : better.get().repeatOf();
        return told(own, better.get(), names[1 - captureOf(reset)], repeatOf);
    }

    @Override
    public int event(int reset) {
        return captureOf(reset) == 0 ? reset : counterpart(reset).orElse(reset);
    }

    @Override
    public long clockAhead(int reset) {
        return captureOf(reset) == 0
                ? 0
                : comparison.clockAhead(alone(reset).reset().segment().timeNanos());
    }

    @Override
    public StoryName storyName(int reset, Attribution attribution) {
        int capture = captureOf(reset);
        Timeline timeline = attribution.timeline();
        return comparison
                .twin(capture, reset - first(capture))
                .map(twin -> capture == 0 ? StoryName.of(timeline, twin) : StoryName.of(twin, timeline))
                .orElseGet(() -> StoryName.of(timeline));
    }

    private int captureOf(int reset) {
        return reset < cursors[0].size() ? 0 : 1;
    }

    private int first(int capture) {
        return capture == 0 ? 0 : cursors[0].size();
    }

    private Attribution alone(int reset) {
        int capture = captureOf(reset);
        return cursors[capture].at(reset - first(capture));
    }

    private OptionalInt counterpart(int reset) {
        int capture = captureOf(reset);
        OptionalInt there = comparison.counterpart(capture, reset - first(capture));
        return there.isPresent() ? OptionalInt.of(there.getAsInt() + first(1 - capture)) : there;
    }

    /** What the other capture tells of a RST, where it names another cause and tells more. */
    private Optional<Attribution> better(int reset) {
        OptionalInt counterpart = counterpart(reset);
        if (counterpart.isEmpty()) {
            return Optional.empty();
        }
        Attribution here = alone(reset);
        Attribution there = alone(counterpart.getAsInt());
        return here.cause() != there.cause() && tellsMore(there, here, reset) ? Optional.of(there) : Optional.empty();
    }

    private boolean tellsMore(Attribution there, Attribution here, int reset) {
        if (there.confidence() != here.confidence()) {
            return there.confidence().rank() > here.confidence().rank();
        }
        if (there.repeatOf().isPresent() != here.repeatOf().isPresent()) {
            return there.repeatOf().isPresent();
        }
        int capture = captureOf(reset);
        return !comparison.isNearerSender(capture, reset - first(capture));
    }

    /** The attribution with the cause that the other capture tells; its own cause stands beside it. */
    private static Attribution told(Attribution own, Attribution other, String name, Optional<String> repeatOf) {
        List<Evidence> evidence = new ArrayList<>();
        for (Evidence e : other.evidence()) {
            evidence.add(new Evidence(e.stance(), e.weight(), "In " + name + ": " + e.statement(), e.frames()));
        }
        List<Alternative> alternatives = new ArrayList<>();
        Confidence limit = own.confidence().atMost(Confidence.MEDIUM);
        alternatives.add(new Alternative(
                own.cause(), limit, own.evidence(), own.verdict().limits()));
        other.alternatives().stream().filter(a -> a.cause() != own.cause()).forEach(alternatives::add);
        return own.because(
                new Verdict(
                        other.cause(),
                        other.confidence(),
                        other.harm(),
                        own.emitter(),
                        evidence,
                        other.verdict().limits(),
                        alternatives,
                        other.verdict().notConsidered(),
                        other.verdict().settling()),
                repeatOf);
    }
}
