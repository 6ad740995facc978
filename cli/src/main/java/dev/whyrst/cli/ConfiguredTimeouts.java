package dev.whyrst.cli;

import dev.whyrst.analysis.AnalysisOptions;
import dev.whyrst.cli.settings.EndpointPattern;
import dev.whyrst.net.Endpoint;
import java.util.List;
import java.util.OptionalLong;

/**
 * The timeouts that the user configured.
 *
 * @param rules by endpoint; the first that matches counts
 * @param otherwise nanoseconds for all endpoints that no rule matches
 */
record ConfiguredTimeouts(List<Rule> rules, OptionalLong otherwise) implements AnalysisOptions.Timeouts {

    /** A timeout in nanoseconds for the endpoints that match. */
    record Rule(EndpointPattern endpoints, long nanos) {}

    @Override
    public OptionalLong of(Endpoint responder) {
        for (Rule rule : rules) {
            if (rule.endpoints().matches(responder)) {
                return OptionalLong.of(rule.nanos());
            }
        }
        return otherwise;
    }
}
