package dev.whyrst.incident;

import java.util.List;

/**
 * Stories that are one: a device that loses its table resets the connections of all services at one moment, and passes some of
 * their segments on untranslated.
 */
final class LossesAtOnce implements Recogniser {

    private static final long ONE_MOMENT_NANOS = 1_000_000_000L;

    /** So few resets by a device are no rule of its. */
    private static final int FEW = 3;

    @Override
    public void examine(Scene scene) {
        Story loss = null;
        for (Story story : scene.stories().all()) {
            if (story.size() == 0 || story.kind() != IncidentKind.MIDDLEBOX_STATE_LOST) {
                continue;
            }
            if (loss != null && isAtOnce(loss, story)) {
                scene.stories().merge(story, loss);
            } else {
                loss = story;
                joinConsequences(scene, loss);
            }
        }
    }

    private static void joinConsequences(Scene scene, Story loss) {
        List<Story> others = scene.stories().all();
        for (Story other : others) {
            boolean untranslated = other.kind() == IncidentKind.NAT_INVALID_PACKET;
            boolean stray = other.kind() == IncidentKind.POLICY_DEVICE && other.size() < FEW;
            boolean sameHost = scene.endpoints().hostOf(other.subject())
                    == scene.endpoints().hostOf(loss.subject());
            if (other.size() > 0 && (untranslated || stray) && sameHost && isAtOnce(loss, other)) {
                scene.stories().merge(other, loss);
            }
        }
    }

    private static boolean isAtOnce(Story one, Story other) {
        return Math.abs(one.first() - other.first()) <= ONE_MOMENT_NANOS;
    }
}
