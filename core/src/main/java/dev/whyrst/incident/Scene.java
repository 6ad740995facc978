package dev.whyrst.incident;

import dev.whyrst.net.Endpoint;
import dev.whyrst.timeline.HostFacts;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.PortLoad;
import java.util.List;

/**
 * All that recognisers work with: the cases, the stories told so far, what the whole input tells of hosts and ports, the
 * timers that are known, and how moments are told.
 */
record Scene(
        Cases cases,
        EndpointTable endpoints,
        NetworkFacts facts,
        ServingPorts serving,
        Stories stories,
        List<KnownTimer> timers,
        Moments moments) {

    Scene(Cases cases, EndpointTable endpoints, NetworkFacts facts, Stories stories, List<KnownTimer> timers) {
        this(cases, endpoints, facts, new ServingPorts(endpoints, facts), stories, timers, Moments.of(cases));
    }

    /** The host that a case is about. */
    int host(int row) {
        return endpoints.hostOf(cases.service(row));
    }

    /** What is known of a listening endpoint; null where it never accepted. */
    PortFacts port(int endpoint) {
        return endpoints.isHost(endpoint)
                ? null
                : facts.port(endpoints.endpoint(endpoint)).orElse(null);
    }

    /** The connections that a listening endpoint had in use, and what it did when they were many. */
    PortLoad crowd(int endpoint) {
        return endpoints.isHost(endpoint) ? PortLoad.NOBODY : facts.portLoad(endpoints.endpoint(endpoint));
    }

    /** Whether a listening endpoint ever said something to that host. */
    boolean hasServed(int endpoint, int client) {
        return !endpoints.isHost(endpoint) && facts.hasServed(endpoints.endpoint(endpoint), endpoints.address(client));
    }

    /** Whether the endpoint accepted a connection anywhere in the capture. */
    boolean serves(int endpoint) {
        return serving.contains(endpoint);
    }

    /** The endpoint at which a host accepted most connections; the host itself where it accepted none. */
    int busiestServiceOf(int host) {
        HostFacts known = facts.host(endpoints.address(host)).orElse(null);
        if (known == null || known.busiestPort() < 0) {
            return host;
        }
        return endpoints.of(new Endpoint(endpoints.address(host), known.busiestPort()));
    }

    /** Whether a host accepted connections itself, as a proxy does. */
    boolean isServer(int host) {
        return facts.host(endpoints.address(host))
                .map(known -> known.busiestPort() >= 0)
                .orElse(false);
    }

    /** The free cases that meet the condition, by service and time. */
    List<Cluster> byService(Stories.Choice choice) {
        return Clusters.of(cases, stories.free(choice), cases::service);
    }

    /** The free cases that meet the condition, by the server's host and time. */
    List<Cluster> byHost(Stories.Choice choice) {
        return Clusters.of(cases, stories.free(choice), this::host);
    }

    /** The free cases that meet the condition, by client and time. */
    List<Cluster> byClient(Stories.Choice choice) {
        return Clusters.of(cases, stories.free(choice), cases::client);
    }

    /** The service of all the cases, or its host where there are several. */
    int subjectOf(Cluster cluster) {
        int service = cases.service(cluster.rows()[0]);
        return cluster.distinct(cases::service) == 1 ? service : endpoints.hostOf(service);
    }
}
