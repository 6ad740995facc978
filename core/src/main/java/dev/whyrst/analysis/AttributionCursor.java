package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.rules.Attributor;
import dev.whyrst.conversation.Dossiers;
import dev.whyrst.incident.IncidentBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributions in capture order; those of one timeline are made together and kept while others come between. */
final class AttributionCursor {

    private static final int KEPT_TIMELINES = 2048;

    private final Dossiers dossiers;
    private final Attributor attributor;
    private final Map<Integer, List<Attribution>> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<Attribution>> eldest) {
            return size() > KEPT_TIMELINES;
        }
    };

    AttributionCursor(Dossiers dossiers, Attributor attributor) {
        this.dossiers = dossiers;
        this.attributor = attributor;
    }

    /** The attribution of the RST with that index. */
    Attribution at(int reset) {
        int source = dossiers.source(reset);
        List<Attribution> attributions = recent.get(source);
        if (attributions == null) {
            attributions = attributor.attribute(dossiers.timeline(source));
            if (attributions.size() > 1) {
                recent.put(source, attributions);
            }
        }
        long position = dossiers.tracePosition(reset);
        for (Attribution attribution : attributions) {
            if (attribution.reset().tracePosition() == position) {
                return attribution;
            }
        }
        throw new IllegalStateException("the RST at position " + position + " is not in its timeline");
    }

    /** The attribution with the incident that it belongs to. */
    static Attribution within(Attribution a, IncidentBuilder incidents) {
        return new Attribution(
                a.id(),
                a.timeline(),
                a.reset(),
                a.cause(),
                a.confidence(),
                a.emitter(),
                a.shape(),
                a.trigger(),
                a.evidence(),
                a.alternatives(),
                a.settle(),
                incidents.incidentOf(a.id()),
                a.repeatOf(),
                a.peerFrame(),
                a.unreadBytes(),
                a.unacknowledgedBytes(),
                a.silenceNanos(),
                a.applicationSees(),
                a.configuredTimeoutNanos());
    }
}
