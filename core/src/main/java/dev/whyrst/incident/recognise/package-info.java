/**
 * Cases to stories: a recogniser for each kind of incident, or for a family of kinds that are told apart from each
 * other.
 *
 * <p>{@link dev.whyrst.incident.recognise.Recognisers} holds them in their order; {@link dev.whyrst.incident} tells the
 * reason for it. A recogniser has no state, sees only cases that are still free, and tells its stories in the
 * {@link dev.whyrst.incident.scene.Scene}. Its questions are of three sorts, each with methods of its own: about a case
 * ({@code isEnding}), about a cluster ({@code areStalled}), about the facts of a host or port ({@code isStalled}).
 *
 * <p>What several of them ask has a class: {@code OneAct}, {@code Rejections}, {@code Farewells}, {@code RuleForSome},
 * {@code Surroundings}. Numbers stand in {@link dev.whyrst.incident.IncidentThresholds}, majorities in
 * {@link dev.whyrst.incident.scene.Share}.
 *
 * <p><b>A new kind</b> is a constant of {@link dev.whyrst.incident.IncidentKind}, a branch here or a recogniser with
 * its place and reason, the two lines of its sentence, which the compiler asks for, its page and its samples.
 */
package dev.whyrst.incident.recognise;
