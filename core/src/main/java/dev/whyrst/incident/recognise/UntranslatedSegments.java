package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.STRAY_TO_DEATH_NANOS;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Story;
import java.util.HashMap;
import java.util.Map;

/**
 * Segments that an address translation did not translate: the client resets a peer that it does not know, from the very
 * port on which it talks to the service, and the real conversation dies.
 */
final class UntranslatedSegments implements Recogniser {

    @Override
    public void examine(Scene scene) {
        CaseTable cases = scene.cases();
        for (Cluster misdirected : scene.byService(row -> cases.has(row, Trait.MISDIRECTED))) {
            scene.stories().tell(IncidentKind.NAT_INVALID_PACKET, misdirected.key(), misdirected.rows());
        }
        Map<Integer, Integer> strays = new HashMap<>();
        for (int row : scene.stories().free(r -> cases.behaviour(r) == Behaviour.STRAY)) {
            strays.putIfAbsent(cases.service(row), row);
        }
        if (!strays.isEmpty()) {
            join(scene, strays);
        }
    }

    private static void join(Scene scene, Map<Integer, Integer> strays) {
        CaseTable cases = scene.cases();
        Map<Integer, Story> stories = new HashMap<>();
        for (int row : scene.stories().free(r -> cases.behaviour(r) != Behaviour.STRAY)) {
            int end = scene.endpoints().find(cases.client(row), cases.clientPort(row));
            Integer stray = strays.get(end);
            if (stray != null && isSameEvent(scene, stray, row)) {
                Story story = stories.computeIfAbsent(cases.service(row), service -> scene.stories()
                        .tell(IncidentKind.NAT_INVALID_PACKET, service, new int[0]));
                scene.stories().join(story, row);
                if (scene.stories().isFree(stray)) {
                    scene.stories().join(story, stray);
                }
            }
        }
    }

    private static boolean isSameEvent(Scene scene, int stray, int row) {
        CaseTable cases = scene.cases();
        return cases.client(stray) != scene.host(row)
                && Math.abs(cases.first(stray) - cases.first(row)) <= STRAY_TO_DEATH_NANOS;
    }
}
