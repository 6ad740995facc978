package dev.whyrst.scenario;

import dev.whyrst.net.TcpFlags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows the connections of a scenario and gives each segment its numbers; used once. */
final class ScenarioPlayer {

    private final Scenario scenario;
    private final Map<String, ConnectionEnd> ends = new LinkedHashMap<>();
    private final Map<String, Integer> hostCounters = new HashMap<>();
    private final Map<String, Played> named = new HashMap<>();
    private final List<WireSegment> captured = new ArrayList<>();

    /** A segment with what its receiver knew before it arrived. */
    private record Played(WireSegment segment, long rcvNxtBefore, int tsRecentBefore) {}

    ScenarioPlayer(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The captured segments in the order of their times. */
    List<WireSegment> play() {
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Send send) {
                send(send);
            } else if (step instanceof Step.Restart restart) {
                restart(restart.host());
            }
        }
        captured.sort(Comparator.comparingLong(WireSegment::timeNanos));
        return List.copyOf(captured);
    }

    private void restart(Host host) {
        hostCounters.put(host.name(), 0);
        for (ConnectionEnd end : ends.values()) {
            if (end.party().host().equals(host)) {
                end.forget();
            }
        }
    }

    private void send(Step.Send step) {
        ConnectionEnd from = end(step.from(), step.to());
        ConnectionEnd to = end(step.to(), step.from());
        WireSegment segment =
                step.attributes().has("copy") ? original(step, from, "copy").copyFor(step) : fresh(step, from, to);
        if (!step.attributes().has("by")) {
            from.sent(segment);
        }
        Played played = new Played(segment, to.rcvNxt(), to.tsRecent());
        step.attributes().text("as").ifPresent(name -> named.put(name, played));
        boolean lost = step.attributes().has("lost");
        if (!lost && !step.attributes().has("dropped")) {
            to.receive(segment);
        }
        if (!lost && !step.attributes().has("uncaptured")) {
            captured.add(segment);
        }
    }

    private ConnectionEnd end(Step.Party party, Step.Party peer) {
        return ends.computeIfAbsent(party + " > " + peer, key -> new ConnectionEnd(party, peer));
    }

    private WireSegment fresh(Step.Send step, ConnectionEnd from, ConnectionEnd to) {
        WireSegment original = step.attributes().has("again") ? original(step, from, "again") : null;
        WireSegment trigger = step.attributes().has("answers") ? trigger(step, from) : null;
        prepare(step, from, to, original);
        Headers headers = new Headers(step, from, emitter(step), trigger, hostCounters);
        String payload = original == null ? Payloads.of(step.attributes()) : original.payload();
        long rcvNxt = step.attributes().has("before") ? before(step).rcvNxtBefore() : from.rcvNxt();
        int tsRecent = step.attributes().has("before") ? before(step).tsRecentBefore() : from.tsRecent();
        return headers.segment(seq(step, from, original, trigger), ack(step, to, rcvNxt, trigger), tsRecent, payload);
    }

    /** Opens the sender's end where the segment does so, or shows that it is open. */
    private void prepare(Step.Send step, ConnectionEnd from, ConnectionEnd to, WireSegment original) {
        if (step.attributes().has("answers") || step.attributes().has("by")) {
            return;
        }
        if (step.is(TcpFlags.SYN) && original == null) {
            from.begin(step.attributes().number("iss", 0, 0xffff_ffffL).orElse(-1), step.is(TcpFlags.ACK));
        } else if (from.hasForgotten()) {
            throw error(step, step.from() + " has restarted and does not know this connection");
        } else if (!from.isOpen()) {
            from.beginMidStream(to);
        }
    }

    private long seq(Step.Send step, ConnectionEnd from, WireSegment original, WireSegment trigger) {
        long natural = from.sndNxt();
        if (original != null) {
            natural = original.seq();
        } else if (trigger != null) {
            natural = trigger.is(TcpFlags.ACK) ? trigger.ack() : 0;
        } else if (step.attributes().has("probe")) {
            natural--;
        }
        return overridden(step, "seq", natural, from.iss());
    }

    private static long ack(Step.Send step, ConnectionEnd to, long rcvNxt, WireSegment trigger) {
        boolean overridden = step.attributes().has("ack");
        if (!step.is(TcpFlags.ACK) && !overridden) {
            return 0;
        }
        if (trigger == null && rcvNxt < 0 && !overridden) {
            throw error(step, step.from() + " has received nothing that it could acknowledge");
        }
        return overridden(step, "ack", trigger == null ? Math.max(rcvNxt, 0) : trigger.end(), to.iss());
    }

    private static long overridden(Step.Send step, String key, long natural, long origin) {
        String text = step.attributes().text(key).orElse("+0");
        if (text.startsWith("raw:")) {
            return step.attributes().parse(key, text.substring(4), 0, 0xffff_ffffL);
        }
        boolean relative = text.startsWith("+") || text.startsWith("-");
        return (relative ? natural : origin) + step.attributes().parse(key, text, -0xffff_ffffL, 0xffff_ffffL);
    }

    private WireSegment original(Step.Send step, ConnectionEnd from, String key) {
        String name = step.attributes().text(key).orElse("");
        WireSegment original =
                name.isEmpty() ? from.lastSent(step.flags()) : known(step, name).segment();
        if (original == null) {
            throw error(step, step.from() + " has sent no such segment that could come again");
        }
        if (original.step().flags() != step.flags()) {
            throw error(step, "line " + original.step().line() + ", which comes again, has other flags");
        }
        return original;
    }

    private WireSegment trigger(Step.Send step, ConnectionEnd from) {
        String name = step.attributes().text("answers").orElse("");
        WireSegment trigger =
                name.isEmpty() ? from.lastReceived() : known(step, name).segment();
        if (trigger == null || !trigger.step().from().equals(step.to())) {
            throw error(step, "there is no segment from " + step.to() + " to answer");
        }
        boolean expected = !trigger.is(TcpFlags.ACK) || emitter(step).stack().answersAlwaysWithAck();
        if (!step.is(TcpFlags.RST) || step.is(TcpFlags.ACK) != expected) {
            throw error(
                    step,
                    "the answer to line " + trigger.step().line() + " is " + (expected ? "RST,ACK" : "RST")
                            + " for the stack " + emitter(step).stack().name());
        }
        return trigger;
    }

    private Played before(Step.Send step) {
        return known(step, step.attributes().text("before").orElse(""));
    }

    private Played known(Step.Send step, String name) {
        Played played = named.get(name);
        if (played == null) {
            throw error(step, "no segment before is named \"" + name + "\"");
        }
        return played;
    }

    private Host emitter(Step.Send step) {
        String name = step.attributes().text("by").orElse(null);
        if (name == null) {
            return step.from().host();
        }
        return ScenarioParser.find(scenario.hosts(), name)
                .orElseThrow(() -> error(step, "there is no host \"" + name + "\""));
    }

    private static ScenarioException error(Step.Send step, String problem) {
        return new ScenarioException(step.line(), problem);
    }
}
