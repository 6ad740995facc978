package dev.whyrst.incident.scene;

import dev.whyrst.incident.KnownTimer;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.EndpointTable;
import dev.whyrst.net.Endpoint;
import dev.whyrst.timeline.HostFacts;
import dev.whyrst.timeline.NetworkFacts;
import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.PortLoad;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * All that recognisers work with: the cases, the stories told so far, what the whole input tells of hosts and ports,
 * and the timers that are known.
 */
public final class Scene {

    private final CaseTable cases;
    private final EndpointTable endpoints;
    private final NetworkFacts facts;
    private final ServingPorts serving;
    private final Stories stories;
    private final List<KnownTimer> timers;

    /** A scene in which no story has been told yet. */
    public Scene(CaseTable cases, EndpointTable endpoints, NetworkFacts facts, List<KnownTimer> timers) {
        this.cases = cases;
        this.endpoints = endpoints;
        this.facts = facts;
        this.serving = new ServingPorts(endpoints, facts);
        this.stories = new Stories(cases);
        this.timers = timers;
    }

    public CaseTable cases() {
        return cases;
    }

    public EndpointTable endpoints() {
        return endpoints;
    }

    public Stories stories() {
        return stories;
    }

    /** The timers that silences are held against. */
    public List<KnownTimer> timers() {
        return timers;
    }

    /** The host that a case is about. */
    public int host(int row) {
        return endpoints.hostOf(cases.service(row));
    }

    /** What is known of a listening endpoint; null where it never accepted. */
    public PortFacts port(int endpoint) {
        return endpoints.isHost(endpoint)
                ? null
                : facts.port(endpoints.endpoint(endpoint)).orElse(null);
    }

    /** The connections that a listening endpoint had in use, and what it did when they were many. */
    public PortLoad load(int endpoint) {
        return endpoints.isHost(endpoint) ? PortLoad.NOBODY : facts.portLoad(endpoints.endpoint(endpoint));
    }

    /** Whether a listening endpoint ever said something to that host. */
    public boolean hasServed(int endpoint, int client) {
        return !endpoints.isHost(endpoint) && facts.hasServed(endpoints.endpoint(endpoint), endpoints.address(client));
    }

    /** Whether the endpoint accepted a connection anywhere in the capture. */
    public boolean serves(int endpoint) {
        return serving.contains(endpoint);
    }

    /** The endpoint at which a host accepted most connections; the host itself where it accepted none. */
    public int busiestServiceOf(int host) {
        HostFacts known = facts.host(endpoints.address(host)).orElse(null);
        if (known == null || known.busiestPort() < 0) {
            return host;
        }
        return endpoints.of(new Endpoint(endpoints.address(host), known.busiestPort()));
    }

    /** Whether a host accepted connections itself, as a proxy does. */
    public boolean isServer(int host) {
        return facts.host(endpoints.address(host))
                .map(known -> known.busiestPort() >= 0)
                .orElse(false);
    }

    /** The free cases that meet the condition, by service and time. */
    public List<Cluster> byService(IntPredicate choice) {
        return Clusters.of(cases, stories.free(choice), cases::service);
    }

    /** The free cases that meet the condition, by the server's host and time. */
    public List<Cluster> byHost(IntPredicate choice) {
        return Clusters.of(cases, stories.free(choice), this::host);
    }

    /** The free cases that meet the condition, by client and time. */
    public List<Cluster> byClient(IntPredicate choice) {
        return Clusters.of(cases, stories.free(choice), cases::client);
    }

    /** The service of all the cases, or its host where there are several. */
    public int subjectOf(Cluster cluster) {
        int service = cases.service(cluster.rows()[0]);
        return cluster.distinct(cases::service) == 1 ? service : endpoints.hostOf(service);
    }
}
