package dev.whyrst.cli.check;

import dev.whyrst.cli.settings.EndpointPattern;
import dev.whyrst.cli.settings.SettingsReader;
import dev.whyrst.cli.settings.SettingsReader.Place;
import dev.whyrst.cli.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a policy, from a file or one of those that ship with the tool:
 *
 * <pre>
 * title: Orders service
 * extends: web-service
 * endpoints:
 *   orders: ["10.0.0.0/8:8080"]
 * rules:
 *   - name: orders never aborts
 *     forbid: {cause: [linger-zero-abort, close-with-unread-data], party: responder, endpoint: orders}
 *   - name: few refusals
 *     limit: {cause: port-not-listening}
 *     share: 1%
 *     sample: 100
 * </pre>
 */
final class PolicyFile {

    private static final String TITLE = "title";
    private static final String EXTENDS = "extends";
    private static final String INPUT = "input";
    private static final String DAMAGED = "damaged";
    private static final String WITHOUT_TCP = "withoutTcp";
    private static final String ENDPOINTS = "endpoints";
    private static final String RULES = "rules";
    private static final List<String> KEYS = List.of(TITLE, EXTENDS, INPUT, ENDPOINTS, RULES);
    private static final int LONGEST_TITLE = 200;

    private final SettingsReader reader;
    private final String file;
    private final boolean shipped;

    /** Groups of endpoints that rules may name, read before the rules wherever they stand. */
    private final Map<String, List<EndpointPattern>> groups;

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<String> own = new ArrayList<>();
    private String title = "";
    private Level damaged;
    private Level withoutTcp;
    private Policy base;

    private PolicyFile(SettingsReader reader, String file, boolean shipped, Map<String, List<EndpointPattern>> groups) {
        this.reader = reader;
        this.file = file;
        this.shipped = shipped;
        this.groups = groups;
    }

    /**
     * The policy in a file, or the shipped one of that name where no such file is.
     *
     * @throws UsageException when it cannot be read or understood; the message names line and column
     */
    static Policy read(String nameOrFile) {
        Path path = Path.of(nameOrFile);
        if (!Files.exists(path) && ShippedPolicies.names().contains(nameOrFile)) {
            return shipped(nameOrFile);
        }
        if (!Files.exists(path) && !nameOrFile.contains(".") && !nameOrFile.contains("/")) {
            throw new UsageException("there is no policy file " + nameOrFile + ", and no policy of that name ships"
                    + ShippedPolicies.suggestion(nameOrFile));
        }
        Map<String, List<EndpointPattern>> groups = SettingsReader.read(
                "policy", path, reader -> new PolicyFile(reader, nameOrFile, false, Map.of()).groups());
        return SettingsReader.read(
                "policy", path, reader -> new PolicyFile(reader, nameOrFile, false, groups).document());
    }

    /** A policy that ships with the tool. */
    static Policy shipped(String name) {
        return SettingsReader.read(
                "policy", name, ShippedPolicies.text(name), reader -> new PolicyFile(reader, name, true, Map.of())
                        .document());
    }

    private Map<String, List<EndpointPattern>> groups() throws IOException {
        Map<String, List<EndpointPattern>> found = new HashMap<>();
        reader.document(KEYS, key -> {
            if (key.equals(ENDPOINTS)) {
                reader.names(
                        ENDPOINTS, name -> found.put(name, List.copyOf(reader.values(name, EndpointPattern::parse))));
            } else {
                reader.skip();
            }
        });
        return found;
    }

    private Policy document() throws IOException {
        reader.document(KEYS, key -> {
            switch (key) {
                case TITLE -> title = reader.value(key, PolicyFile::title);
                case EXTENDS -> base = reader.value(key, name -> shipped(ShippedPolicies.known(name)));
                case INPUT -> input();
                case RULES -> reader.list(key, this::rule);
                default -> reader.skip();
            }
        });
        return merged();
    }

    private void input() throws IOException {
        reader.mapping(INPUT, List.of(DAMAGED, WITHOUT_TCP), key -> {
            Level level = reader.value(key, RuleReader::level);
            if (key.equals(DAMAGED)) {
                damaged = level;
            } else {
                withoutTcp = level;
            }
        });
    }

    private void rule() throws IOException {
        Place start = reader.place();
        Rule rule = new RuleReader(reader, groups).rule();
        if (own.contains(rule.name())) {
            throw reader.complaint(start, "there are two rules with the name '" + rule.name() + "'");
        }
        own.add(rule.name());
        rules.put(rule.name(), rule);
    }

    /** Own rules take the place of those of the same name that the policy extends. */
    private Policy merged() {
        Map<String, Rule> all = new LinkedHashMap<>();
        if (base != null) {
            base.rules().forEach(rule -> all.put(rule.name(), rule.at(1)));
        }
        all.putAll(rules);
        if (all.isEmpty()) {
            throw new UsageException("the policy " + file + " has no rules; write some under " + RULES + ", or "
                    + EXTENDS + " one that ships (" + String.join(", ", ShippedPolicies.names()) + ")");
        }
        return new Policy(
                title.isEmpty() ? file : title,
                file,
                shipped,
                level(damaged, base == null ? null : base.damaged()),
                level(withoutTcp, base == null ? null : base.withoutTcp()),
                List.copyOf(all.values()));
    }

    private static Level level(Level own, Level inherited) {
        return own != null ? own : inherited != null ? inherited : Level.ERROR;
    }

    private static String title(String text) {
        if (text.isBlank() || text.length() > LONGEST_TITLE) {
            throw new UsageException("it has 1 to " + LONGEST_TITLE + " characters");
        }
        return text.strip();
    }
}
