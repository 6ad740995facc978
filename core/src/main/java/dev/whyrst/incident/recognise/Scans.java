package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.CLOSER_LOOK_NANOS;
import static dev.whyrst.incident.IncidentThresholds.SCAN_PORTS;
import static dev.whyrst.incident.IncidentThresholds.SCAN_TARGETS;
import static dev.whyrst.incident.IncidentThresholds.SWEEP_HOSTS;
import static dev.whyrst.incident.IncidentThresholds.WANTED_TRIES;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;
import java.util.Arrays;

/** One source that tried many ports or hosts where nobody serves. */
final class Scans implements Recogniser {

    @Override
    public void examine(Scene scene) {
        for (Cluster ofSource : scene.byClient(row -> true)) {
            Cluster tried = ofSource.only(row -> isTry(scene, row));
            if (tried != null && isScan(scene, tried)) {
                tell(scene, ofSource, tried);
            }
        }
    }

    /**
     * Many targets, tried in passing: who comes back to each of them again and again, or wants one port of a few hosts, may be a
     * client whose servers are down.
     */
    private static boolean isScan(Scene scene, Cluster tried) {
        CaseTable cases = scene.cases();
        int targets = tried.distinct(cases::service);
        if (targets < SCAN_TARGETS || Share.bulk(tried.count(Trait.HAND_MADE), tried.size())) {
            return targets >= SCAN_TARGETS;
        }
        int ports = tried.distinct(row -> scene.endpoints().port(cases.service(row)));
        boolean broad = ports >= SCAN_PORTS || tried.distinct(scene::host) >= SWEEP_HOSTS;
        return broad && tried.size() < WANTED_TRIES * targets;
    }

    /** What carries payload belongs to a connection that its sender holds to be alive: it tries nothing. */
    private static boolean isTry(Scene scene, int row) {
        Behaviour behaviour = scene.cases().behaviour(row);
        boolean stray = behaviour == Behaviour.STRAY && !scene.cases().isOrphan(row);
        boolean turnedDown = behaviour == Behaviour.REFUSED || stray;
        return turnedDown && !scene.serves(scene.cases().service(row));
    }

    private static void tell(Scene scene, Cluster ofSource, Cluster tried) {
        CaseTable cases = scene.cases();
        int[] hosts = new int[tried.size()];
        for (int i = 0; i < hosts.length; i++) {
            hosts[i] = scene.host(tried.rows()[i]);
        }
        Arrays.sort(hosts);
        long until = tried.last() + CLOSER_LOOK_NANOS;
        Cluster whole = ofSource.only(row -> cases.first(row) <= until
                && isOfScan(cases.behaviour(row))
                && Arrays.binarySearch(hosts, scene.host(row)) >= 0);
        scene.stories().tell(IncidentKind.SCAN, ofSource.key(), whole.rows());
    }

    private static boolean isOfScan(Behaviour behaviour) {
        return behaviour != Behaviour.LOST && behaviour != Behaviour.SILENT && behaviour != Behaviour.CUT_ON_PATH;
    }
}
