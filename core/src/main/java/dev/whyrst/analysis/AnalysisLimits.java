package dev.whyrst.analysis;

/**
 * Finite bounds; a report says when one was hit.
 *
 * @param maxConversations live conversations; beyond it the longest idle are finished early
 * @param maxHosts hosts whose habits are remembered
 * @param dossierBytes memory for conversations with RST before they spill to a temporary file
 * @param fragmentBytes memory for IP fragments that wait for their rest; 0 switches reassembly off
 * @param idleNanos how long a conversation may be silent before it is finished
 */
public record AnalysisLimits(
        int maxConversations, int maxHosts, long dossierBytes, long fragmentBytes, long idleNanos) {

    /** The defaults. */
    public static AnalysisLimits defaults() {
        return new AnalysisLimits(8_000_000, 1_000_000, 64L << 20, 16L << 20, 36 * 3600 * 1_000_000_000L);
    }
}
