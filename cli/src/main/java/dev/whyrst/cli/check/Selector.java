package dev.whyrst.cli.check;

import dev.whyrst.cli.settings.EndpointPattern;
import dev.whyrst.net.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which events a rule is about. Values of one key are alternatives, keys must all fit; an empty set asks nothing.
 *
 * @param names causes, kinds of incident or kinds of failure, as the sort says; empty for any
 * @param hosts names of services, in lower case
 */
record Selector(
        Event.Sort sort,
        Set<String> names,
        Set<String> parties,
        List<EndpointPattern> endpoints,
        List<EndpointPattern> clients,
        Set<String> hosts,
        Set<String> harms,
        Set<String> confidences) {

    boolean selects(Event event) {
        return event.sort() == sort
                && fits(names, event.name())
                && fits(parties, event.party())
                && fits(harms, event.harm())
                && fits(confidences, event.confidence())
                && fits(hosts, event.host().toLowerCase(Locale.ROOT))
                && fits(endpoints, event.endpoints())
                && fits(clients, event.client() == null ? List.of() : List.of(event.client()));
    }

    private static boolean fits(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean fits(List<EndpointPattern> wanted, List<Endpoint> values) {
        return wanted.isEmpty()
                || wanted.stream().anyMatch(pattern -> values.stream().anyMatch(pattern::matches));
    }
}
