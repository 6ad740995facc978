package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.verdict.Attributor;
import dev.whyrst.conversation.dossier.DossierReader;
import dev.whyrst.conversation.dossier.Dossiers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Attributions in capture order; those of one timeline are made together and kept while others come between. For one
 * thread.
 */
final class AttributionCursor implements Attributions {

    /** Timelines whose attributions are kept for their further RSTs. */
    private static final int KEPT_TIMELINES = 512;

    private final Dossiers dossiers;
    private final DossierReader reader;
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
        this.reader = new DossierReader(dossiers);
        this.attributor = attributor;
    }

    @Override
    public int size() {
        return dossiers.size();
    }

    @Override
    public int event(int reset) {
        return reset;
    }

    @Override
    public Attribution at(int reset) {
        int source = dossiers.source(reset);
        List<Attribution> attributions = recent.get(source);
        if (attributions == null) {
            attributions = attributor.attribute(reader.timeline(source));
            if (attributions.size() > 1) {
                recent.put(source, attributions);
            }
        }
        return find(source, attributions, dossiers.tracePosition(reset));
    }

    /** The attribution of the RST at that position; the last one of a timeline is the last that is asked for. */
    private Attribution find(int source, List<Attribution> attributions, long position) {
        int last = attributions.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (attributions.get(i).reset().tracePosition() == position) {
                if (i == last) {
                    recent.remove(source);
                }
                return attributions.get(i);
            }
        }
        throw new IllegalStateException("the RST at position " + position + " is not in its timeline");
    }
}
