package dev.whyrst.peer;

import dev.whyrst.net.IpAddress;
import dev.whyrst.timeline.ConversationOutline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of the two captures was made nearer to which host: what the conversations that both hold have in common tells. */
final class PathOrder {

    private static final int MAX_HOSTS = 100_000;

    private final List<Map<IpAddress, Integer>> votes = List.of(new HashMap<>(), new HashMap<>());
    private int overall;

    /** Takes the order of a conversation, see {@link PairSurvey#order}, under its names in both captures. */
    void vote(int order, ConversationOutline in0, ConversationOutline in1) {
        overall += order;
        add(0, in0, order);
        add(1, in1, -order);
    }

    /** 1 if that capture was made nearer the initiator of its conversation than the other capture, -1 if farther, 0 if unknown. */
    int nearerInitiator(int capture, ConversationOutline outline) {
        Map<IpAddress, Integer> known = votes.get(capture);
        int local = known.getOrDefault(outline.initiator().address(), 0)
                - known.getOrDefault(outline.responder().address(), 0);
        return Integer.signum(local != 0 ? local : capture == 0 ? overall : -overall);
    }

    /** As {@link PairSurvey#order}, for most conversations. */
    int overall() {
        return Integer.signum(overall);
    }

    private void add(int capture, ConversationOutline outline, int order) {
        Map<IpAddress, Integer> known = votes.get(capture);
        if (known.size() < MAX_HOSTS) {
            known.merge(outline.initiator().address(), order, Integer::sum);
            known.merge(outline.responder().address(), -order, Integer::sum);
        }
    }
}
