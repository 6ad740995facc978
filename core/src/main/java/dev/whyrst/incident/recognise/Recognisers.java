package dev.whyrst.incident.recognise;

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

    /** Tells all stories of the scene; every case belongs to one of them then. */
    public static void examine(Scene scene) {
        for (Recogniser recogniser : IN_ORDER) {
            recogniser.examine(scene);
        }
    }
}
