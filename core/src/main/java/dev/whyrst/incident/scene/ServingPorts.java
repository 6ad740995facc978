package dev.whyrst.incident.scene;

import dev.whyrst.incident.cases.EndpointTable;
import dev.whyrst.timeline.NetworkFacts;
import java.util.BitSet;

/**
 * Which endpoints accepted a connection anywhere in the capture; each is looked up once, since several recognisers ask
 * of each case.
 */
final class ServingPorts {

    private final EndpointTable endpoints;
    private final NetworkFacts facts;
    private final BitSet known = new BitSet();
    private final BitSet serving = new BitSet();

    ServingPorts(EndpointTable endpoints, NetworkFacts facts) {
        this.endpoints = endpoints;
        this.facts = facts;
    }

    /** Whether that endpoint, which may be a host, accepted a connection. */
    boolean contains(int endpoint) {
        if (!known.get(endpoint)) {
            known.set(endpoint);
            serving.set(endpoint, accepted(endpoint));
        }
        return serving.get(endpoint);
    }

    private boolean accepted(int endpoint) {
        return !endpoints.isHost(endpoint)
                && facts.port(endpoints.endpoint(endpoint))
                        .filter(port -> port.accepted() > 0)
                        .isPresent();
    }
}
