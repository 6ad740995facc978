package dev.whyrst.peer;

/** What of the segments reads the same in both captures, by all the conversations that both hold. */
record Survivals(Survival ids, Survival windows, Survival timestamps) {

    Survivals() {
        this(new Survival(), new Survival(), new Survival());
    }

    /** Takes what a conversation shows. */
    void add(Survivals conversation) {
        ids.add(conversation.ids);
        windows.add(conversation.windows);
        timestamps.add(conversation.timestamps);
    }
}
