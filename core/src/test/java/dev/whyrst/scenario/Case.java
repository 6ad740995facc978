package dev.whyrst.scenario;

import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One RST of a short story, with what the tool knows when it asks for its cause: what facts, rules and recognisers are tested with.
 * The story is played in memory, through the real decoder and the real tracker.
 *
 * <p>A story is written in the language of scenarios, in a few lines: it needs neither a first line nor hosts nor an instant, and its
 * RSTs need no expectation. Where it does not introduce them, there are three hosts: A with port 40000 at the point of capture, B
 * with port 8080 three routers away, and M, a device one router away.
 *
 * <pre>
 * Case.of("""
 *         +0s   A &gt; B SYN
 *         +10ms B &gt; A RST,ACK answers
 *         """)
 * </pre>
 *
 * <p>The RST that it is about is the last one that has an expectation, or the last of all; {@link #about} names another.
 */
public final class Case {

    private static final List<String> HOSTS =
            List.of("host A 10.0.0.1 port=40000 hops=0", "host B 10.0.9.2 port=8080 hops=3", "host M 10.0.5.3 hops=1");

    private static final long START_NANOS =
            Instant.parse("2026-11-20T15:00:00Z").getEpochSecond() * 1_000_000_000L;
    private static final String TIMEOUT_OPTION = "--so-rcvtimeo";

    private final PlayedStory played;
    private final int place;

    private Case(PlayedStory played, int place) {
        this.played = played;
        this.place = place;
    }

    /**
     * Plays a story.
     *
     * @throws ScenarioException when a line cannot be understood, or contradicts what happened before
     */
    public static Case of(String story) {
        List<String> lines = story.lines().toList();
        List<String> hosts = HOSTS.stream()
                .filter(host -> lines.stream().noneMatch(line -> introduces(line, host)))
                .toList();
        PlayedStory played = PlayedStory.of(ScenarioParser.parseStory(hosts, lines, START_NANOS));
        return new Case(played, played.meant());
    }

    private static boolean introduces(String line, String host) {
        return line.strip().startsWith(host.substring(0, "host A ".length()));
    }

    /** The same story, about its RST at that place among all, from 0. */
    public Case about(int reset) {
        return new Case(played, reset);
    }

    /** How many RSTs the story has. */
    public int size() {
        return played.resets().size();
    }

    /** The RST that the case is about. */
    public Reset reset() {
        return reset(place);
    }

    /** The RST at that place among all, from 0. */
    public Reset reset(int at) {
        return played.resets().get(at);
    }

    /** What must be said about the RST at that place; empty where the story leaves it open. */
    public Optional<Expectation> expectation(int at) {
        return played.expectation(at);
    }

    /** The incidents that must be told of the story, and those that must not. */
    public List<ExpectedIncident> expectedIncidents() {
        return played.scenario().incidents();
    }

    /** The timeline that holds the RST; of a story without RST, the first. */
    public Timeline timeline() {
        return played.timelines().stream()
                .filter(timeline -> size() == 0 || timeline.resets().contains(reset()))
                .findFirst()
                .orElseThrow();
    }

    /** The timelines of all conversations, also of those without RST, in the order of their first frames. */
    public List<Timeline> timelines() {
        return played.timelines();
    }

    /** The captured segment that a line names by {@code as=NAME}. */
    public Segment segment(String name) {
        return played.segment(name);
    }

    /** What the whole story tells of hosts and ports. */
    public NetworkFacts facts() {
        return played.facts();
    }

    /** The connect timeout of all programs, in nanoseconds, which a story states as {@code tool --so-rcvtimeo TIME}. */
    public OptionalLong connectTimeout() {
        List<String> options = played.scenario().toolOptions();
        int at = options.indexOf(TIMEOUT_OPTION);
        return at < 0 ? OptionalLong.empty() : OptionalLong.of(Times.of(0, "+" + options.get(at + 1), 0));
    }
}
