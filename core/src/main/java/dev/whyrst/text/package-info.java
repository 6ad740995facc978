/**
 * How numbers and durations are told to people: the one place for it, so that the same number looks the same wherever
 * it is told for the same purpose.
 *
 * <p>{@link dev.whyrst.text.Durations} has one method for each purpose. A sentence of an incident rounds, since its
 * reader compares and remembers; evidence says what was measured; a table shows what the capture holds.
 * {@link dev.whyrst.text.Counts} groups digits and knows the singular. Both are pure functions of numbers and know
 * nothing of TCP.
 */
package dev.whyrst.text;
