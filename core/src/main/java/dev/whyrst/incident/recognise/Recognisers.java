package dev.whyrst.incident.recognise;

import dev.whyrst.attribution.InternalErrors;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.scene.Scene;
import java.util.List;

/**
 * The recognisers in their order, with the reason for the place of each. A case that one has claimed the next ones do not
 * see.
 */
public final class Recognisers {

    static final List<Recogniser> IN_ORDER = List.of(
            // a segment that passed a NAT and the connection that dies of it are found by their ports alone; apart
            // from each other they look like a scan and a lost host
            new UntranslatedSegments(),
            // whoever tries many ports where nobody serves leaves refusals, strays and filtered tries; each port would
            // be a service that is down
            new Scans(),
            // that a device made the RST is in the verdict already. The connections from before the capture that met
            // the same device would be taken for those of a lost host
            new PathDevices(),
            // a host without memory refuses as well until its services are back, and what its servers ended around
            // that time belongs to it; services alone come later
            new LostHosts(),
            // claims no case but joins stories of those before it, which it has to see whole: one device that lost its
            // table is seen at many services
            new LossesAtOnce(),
            // a service that refuses or overflows takes in the connections that ended with it, before these are looked
            // at for themselves
            new ServiceTrouble(),
            // the close of a server that answers a client's alert looks like a rejected request
            new TlsRefusals(),
            // what a server ended of its own accord; and what of that it did in trouble has its story by now
            new ServerEndings(),
            // clients that left a service in trouble are its consequences, not impatient
            new EndedInTrouble(),
            // clients that left before they had their answers, though nothing else was wrong
            new ClientEndings(),
            // ordinary resets of those that took part in a story join it, which must have been told
            new RoutineAround(),
            // what is left, and stories too small to be told beside others
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
