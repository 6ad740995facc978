package dev.whyrst.incident.recognise;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;
import dev.whyrst.incident.scene.Story;
import dev.whyrst.timeline.PortFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A port that refuses few of the hosts that know it and takes the connections of the others meanwhile: a rule of its
 * host, since a port without a listener refuses everybody.
 */
final class RuleForSome {

    /** The stories by the service and client of each refusal. */
    private final Map<Long, Story> rules = new HashMap<>();

    /**
     * Whether refusals tell of one.
     *
     * @param broken connections of the same service that broke meanwhile, or null
     */
    static boolean isShown(Scene scene, Cluster refusals, Cluster broken) {
        CaseTable cases = scene.cases();
        int service = cases.service(refusals.rows()[0]);
        PortFacts port = scene.port(service);
        return port != null
                && refusals.distinct(cases::service) == 1
                && port.takesTurns()
                && !Share.most(
                        refusals.distinct(cases::client), scene.load(service).guests())
                && (broken == null || isOfSameClients(cases, refusals, broken));
    }

    /** Tells the story of one. */
    void tell(Scene scene, Cluster refusals, int[] members) {
        CaseTable cases = scene.cases();
        Story rule = scene.stories().tell(IncidentKind.POLICY_ON_SERVER, refusals.key(), members);
        for (int row : refusals.rows()) {
            rules.put(key(cases, row), rule);
        }
    }

    /**
     * Adds to the stories the connections that the clients which are refused had already: the rule cuts them as well.
     */
    void joinLost(Scene scene) {
        CaseTable cases = scene.cases();
        if (rules.isEmpty()) {
            return;
        }
        for (int row : scene.stories().free(r -> cases.behaviour(r) == Behaviour.LOST)) {
            Story rule = rules.get(key(cases, row));
            if (rule != null) {
                scene.stories().join(rule, row);
            }
        }
    }

    private static long key(CaseTable cases, int row) {
        return (long) cases.service(row) << Integer.SIZE | cases.client(row);
    }

    private static boolean isOfSameClients(CaseTable cases, Cluster refusals, Cluster broken) {
        Set<Integer> clients = new HashSet<>();
        for (int row : refusals.rows()) {
            clients.add(cases.client(row));
        }
        return broken.count(row -> !clients.contains(cases.client(row))) == 0;
    }
}
