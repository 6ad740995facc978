package dev.whyrst.peer.clock;

/** What of the segments reads the same in both captures, by all the conversations that both hold. */
public record Survivals(Survival ids, Survival windows, Survival timestamps) {

    public Survivals() {
        this(new Survival(), new Survival(), new Survival());
    }

    /** Takes what a conversation shows. */
    public void add(Survivals conversation) {
        ids.add(conversation.ids);
        windows.add(conversation.windows);
        timestamps.add(conversation.timestamps);
    }
}
