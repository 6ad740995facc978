package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.NO_CHANCE;
import static dev.whyrst.incident.IncidentThresholds.ONE_MOMENT_NANOS;

import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Story;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Stories that are one: a device that loses its table resets the connections of all services at one moment, and passes
 * some of their segments on untranslated.
 */
final class LossesAtOnce implements Recogniser {

    @Override
    public void examine(Scene scene) {
        NavigableMap<Long, Story> losses = new TreeMap<>();
        for (Story story : scene.stories().all()) {
            if (story.size() > 0 && story.kind() == IncidentKind.MIDDLEBOX_STATE_LOST) {
                Story loss = atOnce(losses, story);
                if (loss == null) {
                    losses.put(story.first(), story);
                } else {
                    scene.stories().merge(story, loss);
                }
            }
        }
        if (!losses.isEmpty()) {
            joinConsequences(scene, losses);
        }
    }

    private static void joinConsequences(Scene scene, NavigableMap<Long, Story> losses) {
        for (Story story : scene.stories().all()) {
            Story loss = isConsequence(story) ? atOnce(losses, story) : null;
            if (loss != null && host(scene, story) == host(scene, loss)) {
                scene.stories().merge(story, loss);
            }
        }
    }

    /** So few resets by a device are no rule of its. */
    private static boolean isConsequence(Story story) {
        return story.size() > 0
                && (story.kind() == IncidentKind.NAT_INVALID_PACKET
                        || story.kind() == IncidentKind.POLICY_DEVICE && story.size() < NO_CHANCE);
    }

    /** The loss that began in the same moment, or null. */
    private static Story atOnce(NavigableMap<Long, Story> losses, Story story) {
        Map.Entry<Long, Story> next = losses.ceilingEntry(story.first() - ONE_MOMENT_NANOS);
        return next == null || next.getKey() > story.first() + ONE_MOMENT_NANOS ? null : next.getValue();
    }

    private static int host(Scene scene, Story story) {
        return scene.endpoints().hostOf(story.subject());
    }
}
