package dev.whyrst.scenario;

import dev.whyrst.net.TcpFlags;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the text of a scenario line by line; used once. */
final class ScenarioParser {

    private static final String HEADER = "whyrst scenario 1";
    private static final int ROUTER = 254;
    private static final int MAX_LINES = 100_000;
    private static final Set<String> HOST_WORDS = Set.of("port", "stack", "ttl", "hops", "mac");
    private static final Set<String> SEGMENT_WORDS = Set.of(
            "data",
            "as",
            "answers",
            "again",
            "copy",
            "probe",
            "before",
            "lost",
            "dropped",
            "uncaptured",
            "seq",
            "ack",
            "iss",
            "win",
            "ttl",
            "ipid",
            "tos",
            "flow",
            "ts",
            "no-ts",
            "mss",
            "ws",
            "no-ws",
            "no-sack",
            "no-options",
            "df",
            "no-df",
            "mptcp",
            "by");
    private static final Map<String, Integer> FLAGS = Map.of(
            "FIN", TcpFlags.FIN,
            "SYN", TcpFlags.SYN,
            "RST", TcpFlags.RST,
            "PSH", TcpFlags.PSH,
            "ACK", TcpFlags.ACK,
            "URG", TcpFlags.URG,
            "ECE", TcpFlags.ECE,
            "CWR", TcpFlags.CWR,
            "NONE", 0);

    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final Map<String, Integer> conversationPorts = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<String> toolOptions = new ArrayList<>();
    private final List<Words> incidents = new ArrayList<>();
    private final List<Words> failures = new ArrayList<>();
    private final boolean resetsNeedExpectation;
    private CaptureSetup setup = CaptureSetup.DEFAULT;
    private long timeNanos;

    /** @param startNanos the time that the first line may count from; -1 where it must be an instant */
    private ScenarioParser(boolean resetsNeedExpectation, long startNanos) {
        this.resetsNeedExpectation = resetsNeedExpectation;
        this.timeNanos = startNanos;
    }

    /** Reads a scenario. */
    static Scenario parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().equals("# " + HEADER)) {
            throw new ScenarioException(1, "a scenario begins with \"# " + HEADER + "\"");
        }
        ScenarioParser parser = new ScenarioParser(true, -1);
        parser.read(lines);
        return parser.scenario(lines.size());
    }

    /**
     * Reads a scenario that needs neither its first line nor an instant, and whose RSTs need no expectations.
     *
     * @param hosts lines that stand before the others and are not counted
     * @param startNanos the time that the first line counts from
     */
    static Scenario parseStory(List<String> hosts, List<String> lines, long startNanos) {
        ScenarioParser parser = new ScenarioParser(false, startNanos);
        parser.read(hosts);
        parser.read(lines);
        return parser.scenario(lines.size());
    }

    private void read(List<String> lines) {
        if (lines.size() > MAX_LINES) {
            throw new ScenarioException(MAX_LINES, "a scenario has at most " + MAX_LINES + " lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            Words words = Words.of(i + 1, lines.get(i));
            if (words.isEmpty()) {
                remark(words);
            } else {
                accept(words);
            }
        }
    }

    private Scenario scenario(int lastLine) {
        if (steps.isEmpty()) {
            throw new ScenarioException(lastLine, "no segment is sent");
        }
        return new Scenario(
                setup,
                List.copyOf(toolOptions),
                List.copyOf(hosts.values()),
                List.copyOf(steps),
                incidents.stream().map(this::incident).toList(),
                failures.stream().map(this::failure).toList());
    }

    /** A line with nothing but a comment: what it expects of the whole is read at the end, when all hosts are known. */
    private void remark(Words words) {
        if (ExpectedIncident.isStatedIn(words.comment())) {
            incidents.add(words);
        } else if (ExpectedFailure.isStatedIn(words.comment())) {
            failures.add(words);
        } else if (Expectation.isStatedIn(words.comment())) {
            throw words.error("an expectation stands in the line of its RST, or is: # expect incident KIND");
        }
    }

    private ExpectedIncident incident(Words words) {
        return ExpectedIncident.parse(
                words,
                name -> name.contains(":") ? party(words, name).endpoint().toString() : address(words, name));
    }

    private ExpectedFailure failure(Words words) {
        return ExpectedFailure.parse(
                words, name -> party(words, name).endpoint().toString());
    }

    private String address(Words words, String name) {
        return named(words, name).ipAddress().toString();
    }

    private void accept(Words words) {
        switch (words.first()) {
            case "capture" -> setup = CaptureSetup.parse(words);
            case "tool" -> toolOptions.addAll(words.from(1));
            case "host" -> host(words);
            case "conversation" -> conversation(words);
            default -> step(words);
        }
    }

    private void host(Words words) {
        List<String> fixed = words.words();
        if (fixed.size() < 3) {
            throw words.error("a host has a name and an address: host A 10.0.0.89");
        }
        Attributes attributes = Attributes.of(words.line(), words.from(3), HOST_WORDS);
        String stackName = attributes.text("stack").orElse(Stack.LINUX.name());
        Stack stack = Stack.byName(stackName).orElseThrow(() -> words.error("there is no stack \"" + stackName + "\""));
        int hops = attributes.number("hops", 0, 200, 0);
        Host host = new Host(
                fixed.get(1),
                parseAddress(words, fixed.get(2)),
                attributes.number("port", 0, 65535, -1),
                stack,
                attributes.number("ttl", 1, 255, -1),
                hops,
                macTail(attributes, hops));
        if (hosts.put(host.name(), host) != null) {
            throw words.error("there are two hosts " + host.name());
        }
    }

    private static InetAddress parseAddress(Words words, String text) {
        try {
            if (text.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException e) {
            // said below, as for a name
        }
        throw words.error("\"" + text + "\" is no IP address");
    }

    /** A host on the link of the capture has an address of its own; all others come through the same router. */
    private int macTail(Attributes attributes, int hops) {
        return attributes.number("mac", 0, 255, hops > 0 ? ROUTER : hosts.size() + 1);
    }

    private void conversation(Words words) {
        conversationPorts.clear();
        if (words.words().size() != 4 || !words.words().get(2).equals(">")) {
            throw words.error("a conversation is written: conversation A:49152 > B:8888");
        }
        for (String text : List.of(words.words().get(1), words.words().get(3))) {
            Step.Party party = party(words, text);
            conversationPorts.put(party.host().name(), party.port());
        }
    }

    private void step(Words words) {
        List<String> fixed = words.words();
        if (!Times.looksLikeOne(fixed.get(0))) {
            throw words.error("\"" + fixed.get(0) + "\" is neither a time nor capture, tool, host or conversation");
        }
        timeNanos = Times.of(words.line(), fixed.get(0), timeNanos);
        if (fixed.size() == 3 && fixed.get(2).equals("restarts")) {
            steps.add(new Step.Restart(words.line(), timeNanos, named(words, fixed.get(1))));
        } else if (fixed.size() >= 5 && fixed.get(2).equals(">")) {
            steps.add(send(words, fixed));
        } else {
            throw words.error("a segment is written: +1ms A > B SYN");
        }
    }

    private Step.Send send(Words words, List<String> fixed) {
        int flags = flags(words, fixed.get(4));
        return new Step.Send(
                words.line(),
                timeNanos,
                party(words, fixed.get(1)),
                party(words, fixed.get(3)),
                flags,
                Attributes.of(words.line(), words.from(5), SEGMENT_WORDS),
                expectation(words, flags));
    }

    private Optional<Expectation> expectation(Words words, int flags) {
        boolean reset = TcpFlags.has(flags, TcpFlags.RST);
        boolean stated = Expectation.isStatedIn(words.comment());
        if (stated && !reset || reset && !stated && resetsNeedExpectation) {
            throw words.error(reset ? "a RST needs its expectation: # expect CAUSE" : "only a RST has an expectation");
        }
        return stated ? Optional.of(Expectation.parse(words.line(), words.comment())) : Optional.empty();
    }

    private static int flags(Words words, String text) {
        int flags = 0;
        for (String name : text.split(",", -1)) {
            Integer flag = FLAGS.get(name);
            if (flag == null) {
                throw words.error("\"" + name + "\" is no TCP flag; flags are written as SYN,ACK");
            }
            flags |= flag;
        }
        return flags;
    }

    private Step.Party party(Words words, String text) {
        int colon = text.indexOf(':');
        Host host = named(words, colon < 0 ? text : text.substring(0, colon));
        if (colon >= 0) {
            Attributes none = Attributes.of(words.line(), List.of(), Set.of());
            return new Step.Party(host, (int) none.parse("the port", text.substring(colon + 1), 0, 65535));
        }
        int port = conversationPorts.getOrDefault(host.name(), host.port());
        if (port < 0) {
            throw words.error("host " + host.name() + " has no port; write " + host.name() + ":PORT");
        }
        return new Step.Party(host, port);
    }

    private Host named(Words words, String name) {
        Host host = hosts.get(name);
        if (host == null) {
            throw words.error("there is no host \"" + name + "\"; known: " + hosts.keySet());
        }
        return host;
    }

    /** The host with that name, for the word {@code by}. */
    static Optional<Host> find(List<Host> hosts, String name) {
        return hosts.stream().filter(host -> host.name().equals(name)).findFirst();
    }
}
