/**
 * Stories to incidents: one sentence each, for somebody who was not there.
 *
 * <p>{@link dev.whyrst.incident.tell.ToldIncidents} is the entrance; it puts the stories in order, numbers them, and
 * knows the incident of each case. A sentence ({@code Statements}) says what happened and when, then what it cost.
 * Every number in it is computed ({@code StoryFigures}); nothing is said that the cases do not show. What needs all
 * conversations of the capture, equal silences before many resets, is found here last ({@code Silences}), since the
 * stories tell which silences to compare; it becomes a clause of the sentence and a remark among the evidence of single
 * RSTs.
 *
 * <p><b>Hostile input.</b> Names from packets ({@code NamesAsked}) are told only if they hold nothing but letters,
 * digits, dots and dashes.
 */
package dev.whyrst.incident.tell;
