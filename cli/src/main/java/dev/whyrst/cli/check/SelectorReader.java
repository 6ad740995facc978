package dev.whyrst.cli.check;

import dev.whyrst.attribution.Cause;
import dev.whyrst.cli.check.Event.Sort;
import dev.whyrst.cli.settings.EndpointPattern;
import dev.whyrst.cli.settings.SettingsReader;
import dev.whyrst.cli.settings.Suggestion;
import dev.whyrst.cli.settings.UsageException;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.timeline.FailureKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads which events a rule is about. */
final class SelectorReader {

    private static final String CAUSE = "cause";
    private static final String INCIDENT = "incident";
    private static final String FAILURE = "failure";
    private static final String PARTY = "party";
    private static final String ENDPOINT = "endpoint";
    private static final String CLIENT = "client";
    private static final String HOST = "host";
    private static final String HARM = "harm";
    private static final String CONFIDENCE = "confidence";
    private static final List<String> KEYS =
            List.of(CAUSE, INCIDENT, FAILURE, PARTY, ENDPOINT, CLIENT, HOST, HARM, CONFIDENCE);
    private static final String ANY = "any";
    private static final List<String> PARTIES = List.of("initiator", "responder", "middlebox", "unknown");
    private static final List<String> HARMS = List.of("none", "unknown", "likely", "certain");
    private static final List<String> CONFIDENCES = List.of("certain", "high", "medium", "low");

    private final SettingsReader reader;
    private final Map<String, List<EndpointPattern>> groups;

    private Sort sort;
    private Set<String> names = Set.of();
    private Set<String> parties = Set.of();
    private List<EndpointPattern> endpoints = List.of();
    private List<EndpointPattern> clients = List.of();
    private Set<String> hosts = Set.of();
    private Set<String> harms = Set.of();
    private Set<String> confidences = Set.of();

    SelectorReader(SettingsReader reader, Map<String, List<EndpointPattern>> groups) {
        this.reader = reader;
        this.groups = groups;
    }

    /** The selector that begins with the current token. */
    Selector selector(String verb) throws IOException {
        reader.mapping(verb, KEYS, this::entry);
        Sort selected = sort == null ? Sort.RESET : sort;
        if (selected != Sort.RESET && !(parties.isEmpty() && clients.isEmpty() && hosts.isEmpty())) {
            throw reader.complaint(
                    reader.place(), verb + ": party, client and host belong to single resets, not to " + what());
        }
        if (selected == Sort.FAILURE && !(harms.isEmpty() && confidences.isEmpty())) {
            throw reader.complaint(reader.place(), verb + ": a failure has neither harm nor confidence");
        }
        return new Selector(selected, names, parties, endpoints, clients, hosts, harms, confidences);
    }

    private String what() {
        return sort == Sort.INCIDENT ? "incidents" : "failures";
    }

    private void entry(String key) throws IOException {
        switch (key) {
            case CAUSE -> names(key, Sort.RESET, ids(Cause.values(), Cause::id));
            case INCIDENT -> names(key, Sort.INCIDENT, ids(IncidentKind.values(), IncidentKind::id));
            case FAILURE -> names(key, Sort.FAILURE, ids(FailureKind.values(), FailureKind::id));
            case PARTY -> parties = words(key, PARTIES);
            case HARM -> harms = words(key, HARMS);
            case CONFIDENCE -> confidences = words(key, CONFIDENCES);
            case HOST -> hosts = reader.values(key, text -> text.toLowerCase(Locale.ROOT));
            case CLIENT -> clients = patterns(key);
            default -> endpoints = patterns(key);
        }
    }

    private void names(String key, Sort of, List<String> known) throws IOException {
        if (sort != null) {
            throw reader.complaint(
                    reader.place(),
                    "a rule is about one of cause, incident and failure; this one names another already");
        }
        sort = of;
        names = reader.values(key, text -> text.equalsIgnoreCase(ANY) ? ANY : SettingsReader.oneOf(text, known));
        if (names.contains(ANY)) {
            names = Set.of();
        }
    }

    private Set<String> words(String key, List<String> known) throws IOException {
        return reader.values(key, text -> SettingsReader.oneOf(text, known));
    }

    private List<EndpointPattern> patterns(String key) throws IOException {
        List<EndpointPattern> patterns = new ArrayList<>();
        reader.values(key, this::pattern).forEach(patterns::addAll);
        return List.copyOf(patterns);
    }

    private List<EndpointPattern> pattern(String text) {
        List<EndpointPattern> group = groups.get(text);
        if (group != null) {
            return group;
        }
        try {
            return List.of(EndpointPattern.parse(text));
        } catch (UsageException e) {
            String near = Suggestion.of(text, groups.keySet());
            throw new UsageException(near.isEmpty() ? e.getMessage() : "there are no endpoints '" + text + "'" + near);
        }
    }

    private static <E> List<String> ids(E[] values, Function<E, String> id) {
        return Stream.of(values).map(id).toList();
    }
}
