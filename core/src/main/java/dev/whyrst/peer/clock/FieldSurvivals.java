package dev.whyrst.peer.clock;

/**
 * What of the segments reads the same in both captures, by all the conversations that both hold.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public record FieldSurvivals(FieldSurvival ids, FieldSurvival windows, FieldSurvival timestamps) {

    public FieldSurvivals() {
        this(new FieldSurvival(), new FieldSurvival(), new FieldSurvival());
    }

    /** Takes what a conversation shows. */
    public void add(FieldSurvivals conversation) {
        ids.add(conversation.ids);
        windows.add(conversation.windows);
        timestamps.add(conversation.timestamps);
    }
}
