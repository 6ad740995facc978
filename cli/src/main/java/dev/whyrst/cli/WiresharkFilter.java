package dev.whyrst.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises Wireshark's display filters where libpcap's capture filters are asked for, and says the same in the language of
 * {@code pcap-filter(7)}, as far as that can say it.
 */
final class WiresharkFilter {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:[a-z0-9_.]+|&&|\\|\\||\\S)", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMPARISON =
            Pattern.compile("\\s*(==|!=|\\beq\\b|\\bne\\b)\\s*(\"[^\"]*\"|[^\\s()&|]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern MEMBERSHIP = Pattern.compile("\\s*\\bin\\s*\\{([^}]*)}", Pattern.CASE_INSENSITIVE);

    private static final Pattern FIELD =
            Pattern.compile("(ip|ipv6|tcp|udp|eth|vlan|frame|http|http2|tls|ssl|dns|icmp|icmpv6)\\.[a-z0-9_.]+");

    /** Words of the capture language behind which stands a name that may look like a field. */
    private static final List<String> NAMING =
            List.of("host", "net", "src", "dst", "gateway", "port", "portrange", "proto");

    private static final Map<String, String> ADDRESSES = Map.ofEntries(
            Map.entry("ip.addr", ""),
            Map.entry("ip.host", ""),
            Map.entry("ip.src", "src "),
            Map.entry("ip.dst", "dst "),
            Map.entry("ipv6.addr", ""),
            Map.entry("ipv6.src", "src "),
            Map.entry("ipv6.dst", "dst "));

    private static final Map<String, String> NUMBERS = Map.of(
            "tcp.port", "tcp port ",
            "tcp.srcport", "tcp src port ",
            "tcp.dstport", "tcp dst port ",
            "udp.port", "udp port ",
            "udp.srcport", "udp src port ",
            "udp.dstport", "udp dst port ",
            "vlan.id", "vlan ");

    private static final Map<String, String> FLAGS = Map.of(
            "tcp.flags.reset", "tcp-rst",
            "tcp.flags.syn", "tcp-syn",
            "tcp.flags.fin", "tcp-fin",
            "tcp.flags.ack", "tcp-ack",
            "tcp.flags.push", "tcp-push");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("and", "and"),
            Map.entry("or", "or"),
            Map.entry("not", "not"),
            Map.entry("&&", "and"),
            Map.entry("||", "or"),
            Map.entry("!", "not"),
            Map.entry("(", "("),
            Map.entry(")", ")"),
            Map.entry("ip", "ip"),
            Map.entry("ipv6", "ip6"),
            Map.entry("tcp", "tcp"),
            Map.entry("udp", "udp"),
            Map.entry("icmp", "icmp"),
            Map.entry("icmpv6", "icmp6"));

    private static final List<String> PAYLOAD = List.of("http", "http2", "tls", "ssl", "dns");

    private final String text;
    private final List<String> said = new ArrayList<>();
    private boolean flags;
    private String untold = "";

    private WiresharkFilter(String text) {
        this.text = text;
    }

    /** What to tell somebody who wrote that filter; nothing where it does not look like Wireshark's. */
    static Optional<String> complaint(String filter) {
        return isWiresharks(filter) ? Optional.of(new WiresharkFilter(filter).complaint()) : Optional.empty();
    }

    private static boolean isWiresharks(String filter) {
        String before = "";
        boolean naming = false;
        for (String word : filter.toLowerCase(Locale.ROOT).split("[\\s()!=&|<>{}]+", -1)) {
            boolean named = NAMING.contains(before);
            naming |= NAMING.contains(word);
            if (!named && FIELD.matcher(word).matches() || !naming && PAYLOAD.contains(word)) {
                return true;
            }
            before = word;
        }
        return false;
    }

    private String complaint() {
        String head = "--filter '" + text
                + "' is in Wireshark's language; here it is that of capture filters (pcap-filter): ";
        translate();
        if (!untold.isEmpty()) {
            return head + "it has nothing for " + untold + ". " + instead();
        }
        String written = String.join(" ", said).replace("( ", "(").replace(" )", ")");
        return head + "write '" + written + "'"
                + (flags ? "; but leave flags out: a RST cannot be explained without its conversation" : "");
    }

    private String instead() {
        if (untold.startsWith("frame.time")) {
            return "Choose a time with --since and --until";
        }
        return PAYLOAD.contains(untold.replaceFirst("\\..*", ""))
                ? "It sees headers only: choose by port, such as 'tcp port 443', or look for a name with --find"
                : "Choose by host, net and port, such as 'host 10.0.0.27 and tcp port 443'";
    }

    private void translate() {
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (untold.isEmpty() && token.region(at, text.length()).lookingAt()) {
            at = token.end();
            String word = token.group().strip().toLowerCase(Locale.ROOT);
            Matcher comparison = COMPARISON.matcher(text).region(at, text.length());
            Matcher membership = MEMBERSHIP.matcher(text).region(at, text.length());
            if (comparison.lookingAt()) {
                at = comparison.end();
                boolean not = comparison.group(1).matches("!=|(?i)ne");
                say(word, (not ? "not " : ""), comparison.group(2));
            } else if (membership.lookingAt()) {
                at = membership.end();
                sayAnyOf(word, membership.group(1));
            } else if (WORDS.containsKey(word)) {
                said.add(WORDS.get(word));
            } else {
                untold = word;
            }
        }
    }

    private void sayAnyOf(String field, String values) {
        said.add("(");
        for (String value : values.strip().split("[\\s,]+", -1)) {
            if (!"(".equals(said.get(said.size() - 1))) {
                said.add("or");
            }
            say(field, "", value);
        }
        said.add(")");
    }

    private void say(String field, String not, String value) {
        String primitive = primitive(field, value);
        if (primitive == null) {
            untold = field;
        } else {
            said.add(not + primitive);
        }
    }

    /** The same in the language of capture filters; null where it cannot be said. */
    private String primitive(String field, String value) {
        if (ADDRESSES.containsKey(field) && value.matches("[0-9A-Fa-f.:]+(/[0-9]{1,3})?")) {
            return ADDRESSES.get(field) + (value.indexOf('/') < 0 ? "host " : "net ") + value;
        }
        if (NUMBERS.containsKey(field) && value.matches("[0-9]{1,5}")) {
            return NUMBERS.get(field) + value;
        }
        if (FLAGS.containsKey(field) && value.matches("0|1|(?i)true|(?i)false")) {
            flags = true;
            boolean set = value.matches("1|(?i)true");
            return "tcp[tcpflags] & " + FLAGS.get(field) + (set ? " != 0" : " = 0");
        }
        return null;
    }
}
