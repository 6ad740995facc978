package dev.whyrst.capture;

/**
 * What may be spent on one open input.
 *
 * @param windowSize bytes of buffer
 * @param readAhead whether packed data may be inflated on a second thread
 * @param keepOpen whether a file descriptor may be held between two reads
 */
record Opening(int windowSize, boolean readAhead, boolean keepOpen) {

    /** For an input that is alone. */
    static final Opening GENEROUS = new Opening(ByteWindow.DEFAULT_SIZE, true, true);

    /** To look at the first frame. */
    static final Opening PEEK = new Opening(16 * 1024, false, true);

    private static final int FEW = 16;
    private static final int MANY = 128;

    /** For one of several inputs, when {@code others} are open already: many open files must cost little each. */
    static Opening beside(int others) {
        int windowSize = others < FEW ? ByteWindow.DEFAULT_SIZE : others < MANY ? 64 * 1024 : 16 * 1024;
        return new Opening(windowSize, others < Runtime.getRuntime().availableProcessors(), others < MANY);
    }
}
