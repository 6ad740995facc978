package dev.whyrst.conversation.tracking;

/**
 * Bounds of the tracker's memory.
 *
 * <p>Public for {@code analysis}, which wires it.
 *
 * @param maxConversations conversations that may still go on, asleep ones included; beyond it idle ones are finished
 *     early
 * @param maxAwake conversations whose state is at hand; beyond it idle ones are packed until they go on
 * @param awake conversations that stay at hand however long they are idle
 * @param maxHosts hosts, and listening endpoints, whose facts are kept
 * @param maxServerNames names that live conversations asked for
 * @param dossierBytes bytes of finished conversations with RST that stay in memory; the rest goes to a temporary file
 * @param filesApart whether equal addresses and ports in different input files are different conversations
 */
public record TrackerLimits(
        int maxConversations,
        int maxAwake,
        int awake,
        int maxHosts,
        int maxServerNames,
        long dossierBytes,
        boolean filesApart) {}
