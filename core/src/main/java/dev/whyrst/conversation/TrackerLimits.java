package dev.whyrst.conversation;

/**
 * Bounds of the tracker's memory.
 *
 * @param maxConversations live conversations; beyond it the longest idle are finished early
 * @param maxHosts hosts, and listening endpoints, whose facts are kept
 * @param maxServerNames names that live conversations asked for
 * @param dossierBytes bytes of finished conversations with RST that stay in memory; the rest goes to a temporary file
 * @param filesApart whether equal addresses and ports in different input files are different conversations
 */
public record TrackerLimits(
        int maxConversations, int maxHosts, int maxServerNames, long dossierBytes, boolean filesApart) {}
