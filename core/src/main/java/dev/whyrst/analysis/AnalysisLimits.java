package dev.whyrst.analysis;

/**
 * Finite bounds; a report says when one was hit.
 *
 * @param maxConversations conversations that may still go on; beyond it idle ones are finished early
 * @param maxAwake conversations whose state is at hand; beyond it idle ones are packed until they go on
 * @param maxHosts hosts whose habits are remembered
 * @param dossierBytes memory for packed conversations before they spill to a temporary file
 * @param fragmentBytes memory for IP fragments that wait for their rest; 0 switches reassembly off
 * @param maxCases conversations with a RST that incidents are recognised from
 * @param jobs threads that attribute; the result does not depend on it
 */
public record AnalysisLimits(
        int maxConversations,
        int maxAwake,
        int maxHosts,
        long dossierBytes,
        long fragmentBytes,
        int maxCases,
        int jobs) {

    /** Most conversations that may still go on, however much memory there is. */
    private static final int MOST_CONVERSATIONS = 8_000_000;

    /** Most hosts whose habits are remembered, however much memory there is. */
    private static final int MOST_HOSTS = 1_000_000;

    /** Most conversations that incidents are recognised from, however much memory there is. */
    private static final int MOST_CASES = 2_000_000;

    /** Bytes that a packed conversation takes in tables, at most while they grow. */
    private static final int BYTES_ASLEEP = 150;

    /** Bytes that a conversation takes whose state is at hand. */
    private static final int BYTES_AWAKE = 700;

    /** Bytes that a conversation with a RST may take while incidents are recognised, with room for all else. */
    private static final int BYTES_CASE = 1000;

    /** Bytes that a host takes. */
    private static final int BYTES_HOST = 150;

    /** The defaults: what suits the memory that the Java machine may take. */
    public static AnalysisLimits defaults() {
        return of(Runtime.getRuntime().maxMemory());
    }

    /** What suits that many bytes of memory. */
    static AnalysisLimits of(long heapBytes) {
        return new AnalysisLimits(
                (int) Math.min(MOST_CONVERSATIONS, heapBytes / BYTES_ASLEEP),
                (int) Math.min(MOST_CONVERSATIONS, heapBytes / 6 / BYTES_AWAKE),
                (int) Math.min(MOST_HOSTS, heapBytes / 16 / BYTES_HOST),
                Math.min(16L << 20, heapBytes / 6),
                16L << 20,
                (int) Math.min(MOST_CASES, heapBytes / BYTES_CASE),
                Runtime.getRuntime().availableProcessors());
    }

    /** The same bounds with another number of conversations. */
    public AnalysisLimits withMaxConversations(int conversations) {
        return new AnalysisLimits(conversations, maxAwake, maxHosts, dossierBytes, fragmentBytes, maxCases, jobs);
    }

    /** The same bounds with another number of threads. */
    public AnalysisLimits withJobs(int threads) {
        return new AnalysisLimits(maxConversations, maxAwake, maxHosts, dossierBytes, fragmentBytes, maxCases, threads);
    }
}
