package dev.whyrst.incident.recognise;

import dev.whyrst.attribution.InternalErrors;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.scene.Scene;
import java.util.List;

/**
 * The recognisers in their order; the table in the description of {@link dev.whyrst.incident} gives the reason for each
 * place.
 */
public final class Recognisers {

    static final List<Recogniser> IN_ORDER = List.of(
            new UntranslatedSegments(),
            new Scans(),
            new PathDevices(),
            new LostHosts(),
            new LossesAtOnce(),
            new ServiceTrouble(),
            new TlsRefusals(),
            new ServerEndings(),
            new EndedInTrouble(),
            new ClientEndings(),
            new RoutineAround(),
            new OrdinaryLife());

    private Recognisers() {}

    /** Tells all stories of the scene; every case belongs to one of them then. A recogniser that fails costs its stories. */
    public static void examine(Scene scene, InternalErrors errors) {
        examine(IN_ORDER, scene, errors);
    }

    static void examine(List<Recogniser> recognisers, Scene scene, InternalErrors errors) {
        for (Recogniser recogniser : recognisers) {
            try {
                recogniser.examine(scene);
            } catch (RuntimeException e) {
                errors.incidents(recogniser.getClass().getSimpleName(), e);
            }
        }
        int[] rest = scene.stories().free(row -> true);
        if (rest.length > 0) {
            scene.stories().tell(IncidentKind.NORMAL_NOISE, scene.cases().service(rest[0]), rest);
        }
    }
}
