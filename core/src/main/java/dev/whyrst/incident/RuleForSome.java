package dev.whyrst.incident;

import dev.whyrst.timeline.PortFacts;
import java.util.BitSet;

/**
 * A port that refuses few of the hosts that know it and takes the connections of the others meanwhile: a rule of its host, since a
 * port without a listener refuses everybody.
 */
final class RuleForSome {

    /** A listener that comes and goes does so once or twice. */
    private static final int TURNS = 3;

    private RuleForSome() {}

    /**
     * Whether refusals tell of one.
     *
     * @param broken connections of the same service that broke meanwhile, or null
     */
    static boolean isShown(Scene scene, Cluster refusals, Cluster broken) {
        Cases cases = scene.cases();
        PortFacts port = scene.port(cases.service(refusals.rows()[0]));
        return port != null
                && refusals.distinct(cases::service) == 1
                && port.turns() >= TURNS
                && 2L * refusals.distinct(cases::client) <= port.crowd().guests()
                && (broken == null || isOfSameClients(cases, refusals, broken));
    }

    /** Adds to such a story the connections that the clients which are refused had already. */
    static void joinLost(Scene scene, Story rule, Cluster refusals) {
        Cases cases = scene.cases();
        BitSet clients = clients(cases, refusals);
        int[] lost = scene.stories()
                .free(row -> cases.behaviour(row) == Behaviour.LOST
                        && cases.service(row) == rule.subject()
                        && clients.get(cases.client(row)));
        for (int row : lost) {
            scene.stories().join(rule, row);
        }
    }

    private static boolean isOfSameClients(Cases cases, Cluster refusals, Cluster broken) {
        BitSet clients = clients(cases, refusals);
        return broken.count(row -> !clients.get(cases.client(row))) == 0;
    }

    private static BitSet clients(Cases cases, Cluster cluster) {
        BitSet clients = new BitSet();
        for (int row : cluster.rows()) {
            clients.set(cases.client(row));
        }
        return clients;
    }
}
