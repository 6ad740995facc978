/**
 * What it proves that a RST is in one capture only, or in both.
 *
 * <p>{@link dev.whyrst.peer.prove.PeerComparison} is the front door of the whole house. {@code Comparison} lets the
 * rooms below do their work and holds what they found; {@code PathOrder} says which capture was made nearer which host,
 * {@code Coverage} and {@code Continuity} how much each of them lost. {@code PeerWitness} then answers for one RST:
 * {@code Absence} is how it is missing in the other capture, {@code ForgeryOdds} how much likelier it was made between
 * the two than lost. {@code PeerNotes} says in sentences how the captures belong together.
 *
 * <p>A capture that lost something proves little by what it lacks, and one that did not run proves nothing: doubts go
 * against the verdict that blames somebody. The arbiter of the rules is not known here; it is told a {@link
 * dev.whyrst.attribution.Testimony}.
 */
package dev.whyrst.peer.prove;
