package dev.whyrst.incident;

import dev.whyrst.attribution.Attribution;
import java.util.List;
import java.util.Optional;

/** Groups attributions into the few stories that a post-mortem needs. Fed in capture order, asked afterwards. */
public final class IncidentBuilder {

    /** Takes the next attribution. */
    public void accept(Attribution attribution) {}

    /** The incidents, the largest first; complete after the last {@link #accept}. */
    public List<Incident> incidents() {
        return List.of();
    }

    /** The incident that a RST belongs to. */
    public Optional<String> incidentOf(String resetId) {
        return Optional.empty();
    }
}
