package dev.whyrst.peer.prove;

import dev.whyrst.net.IpAddress;
import dev.whyrst.timeline.ConversationOutline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the two captures was made nearer to which host: what the conversations that both hold have in common tells.
 */
final class PathOrder {

    /** Most hosts that votes are kept of, for each capture. */
    private static final int MAX_HOSTS = 100_000;

    private static final int[] NONE = new int[2];

    private final List<Map<IpAddress, int[]>> votes = List.of(new HashMap<>(), new HashMap<>());
    private int overall;
    private int count;

    /**
     * Takes the order of a conversation (1 if capture 0 was made nearer its initiator, -1 if its responder) and its
     * names in both.
     */
    void vote(int order, ConversationOutline in0, ConversationOutline in1) {
        overall += order;
        count++;
        add(0, in0, order);
        add(1, in1, -order);
    }

    /**
     * 1 if that capture was made nearer the initiator of its conversation than the other capture, -1 if farther, 0 if
     * unknown.
     */
    int nearerInitiator(int capture, ConversationOutline outline) {
        int[] initiator = votes.get(capture).getOrDefault(outline.initiator().address(), NONE);
        int[] responder = votes.get(capture).getOrDefault(outline.responder().address(), NONE);
        int votes = initiator[1] + responder[1];
        int overall = overall();
        return votes > 0 ? clear(initiator[0] - responder[0], votes) : capture == 0 ? overall : -overall;
    }

    /** The same for most conversations, 0 where they contradict each other. */
    int overall() {
        return clear(overall, count);
    }

    private void add(int capture, ConversationOutline outline, int order) {
        add(capture, outline.initiator().address(), order);
        add(capture, outline.responder().address(), -order);
    }

    private void add(int capture, IpAddress host, int order) {
        Map<IpAddress, int[]> known = votes.get(capture);
        if (known.size() < MAX_HOSTS) {
            int[] sum = known.computeIfAbsent(host, h -> new int[2]);
            sum[0] += order;
            sum[1]++;
        }
    }

    /**
     * Where nearly as many votes say one thing as the other, they are noise: the captures were made at the same point.
     */
    private static int clear(int sum, int votes) {
        return Math.abs(sum) * 2 > votes ? Integer.signum(sum) : 0;
    }
}
