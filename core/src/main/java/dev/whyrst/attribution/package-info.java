/**
 * Timelines to verdicts: why each RST was sent, how sure that is, and why it is no surer.
 *
 * <p>This package holds what the rest of the tool sees of judgement; the work is done in three rooms, each of which knows those before
 * it:
 *
 * <ol>
 *   <li>{@code facts}: what can be computed of one RST, one class a fact;
 *   <li>{@code rules}: one class a cause, which says of a RST either a claim or what is missing for it;
 *   <li>{@code verdict}: the stages from the rules' opinions to one {@link dev.whyrst.attribution.Attribution}.
 * </ol>
 *
 * <p>An attribution has three parts: where the RST stands ({@link dev.whyrst.attribution.Place}), what was seen of it whatever its cause
 * ({@link dev.whyrst.attribution.Observation}), and what was decided ({@link dev.whyrst.attribution.Verdict}).
 *
 * <p>{@link dev.whyrst.attribution.Cause} is the catalogue: a row holds all that the rest of the tool needs to know of a cause, its page
 * ({@link dev.whyrst.attribution.CausePage}) what people do. Numbers by which facts and rules judge stand in
 * {@link dev.whyrst.attribution.Thresholds}, each with its source.
 *
 * <p>Nothing here knows frames, conversations in the making, or other captures: all of it reads the immutable timeline.
 */
package dev.whyrst.attribution;
