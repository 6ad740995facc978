package dev.whyrst.incident.cases;

import dev.whyrst.incident.StoryName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What servers are called in the peer capture, where a NAT lies between. */
public final class PeerNames {

    private static final int MAX_ALIASES = 10_000;

    private final Map<String, String> there = new HashMap<>();
    private final Set<String> several = new HashSet<>();

    void learn(StoryName name) {
        if (!name.responder().equals(name.responderThere())) {
            learn(name.responder().toString(), name.responderThere().toString());
            learn(
                    name.responder().address().toString(),
                    name.responderThere().address().toString());
        }
    }

    private void learn(String here, String alias) {
        String known = there.size() < MAX_ALIASES ? there.putIfAbsent(here, alias) : there.get(here);
        if (known != null && !known.equals(alias)) {
            several.add(here);
        }
    }

    /** The name, followed by that in the peer capture where that is another, and only one. */
    public String with(String name) {
        String alias = several.contains(name) ? null : there.get(name);
        return alias == null ? name : name + " (in the peer capture " + alias + ")";
    }
}
