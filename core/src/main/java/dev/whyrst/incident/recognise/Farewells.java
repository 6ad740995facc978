package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.IncidentThresholds.TWICE;

import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Share;

/** Messages that a server sends unasked before it closes: "terminating connection", "too many clients". */
final class Farewells {

    private Farewells() {}

    /** Whether most of the connections were told the same before they were closed. */
    static boolean areSaid(CaseTable cases, Cluster ended) {
        long[] lengths = ended.sorted(cases::farewell);
        int most = 0;
        for (int from = 0, to = 0; from < lengths.length; from = to) {
            while (to < lengths.length && lengths[to] == lengths[from]) {
                to++;
            }
            most = lengths[from] == 0 ? most : Math.max(most, to - from);
        }
        return most >= TWICE && Share.most(most, lengths.length);
    }
}
