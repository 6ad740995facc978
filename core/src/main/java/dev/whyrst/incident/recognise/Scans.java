package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.CLOSER_LOOK_NANOS;
import static dev.whyrst.incident.IncidentThresholds.SCAN_TARGETS;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import java.util.Arrays;

/** One source that tried many ports or hosts where nobody serves. */
final class Scans implements Recogniser {

    @Override
    public void examine(Scene scene) {
        for (Cluster ofSource : scene.byClient(row -> true)) {
            Cluster tried = ofSource.only(row -> isTry(scene, row));
            if (tried != null && tried.distinct(scene.cases()::service) >= SCAN_TARGETS) {
                tell(scene, ofSource, tried);
            }
        }
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
