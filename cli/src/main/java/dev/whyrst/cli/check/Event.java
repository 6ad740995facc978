package dev.whyrst.cli.check;

import dev.whyrst.net.Endpoint;
import java.util.List;
import java.util.Locale;

/**
 * Something of a report that rules count: a RST that begins an episode, an incident, or a failure without a RST.
 *
 * @param capture index of the capture that holds it
 * @param name its cause, kind of incident, or kind of failure
 * @param party who sent the RST; empty where it is no RST
 * @param endpoints the services concerned; one for a RST, none where the report names none
 * @param client the initiator of a RST's conversation, null elsewhere
 * @param host the name by which the client asked for the service; empty where none was seen
 * @param harm id of the level; empty where the report says none
 * @param confidence id of the level; empty where the report says none
 * @param count how many connections it stands for: 1 for a RST or an incident
 * @param frame a frame that shows it, 0 where the report names none
 * @param statement one sentence for people; may hold text from packets
 */
record Event(
        Sort sort,
        int capture,
        String name,
        String party,
        List<Endpoint> endpoints,
        Endpoint client,
        String host,
        String harm,
        String confidence,
        long count,
        long frame,
        String statement) {

    /** What rules tell apart. */
    enum Sort {
        RESET,
        INCIDENT,
        FAILURE
    }

    /**
     * What stays the same when the same trouble is recorded another time: what happened, by whom, at which service. No
     * times, no ports of clients.
     */
    String fingerprint() {
        StringBuilder text = new StringBuilder(sort.name().toLowerCase(Locale.ROOT))
                .append('/')
                .append(name);
        if (!party.isEmpty()) {
            text.append('/').append(party);
        }
        endpoints.forEach(endpoint -> text.append('/').append(endpoint));
        return text.toString();
    }
}
