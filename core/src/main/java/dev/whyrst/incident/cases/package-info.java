/**
 * Attributions to cases: what incidents need to know of each conversation that was reset, as a row of primitives.
 *
 * <p>{@link dev.whyrst.incident.cases.CaseBook} is the entrance. It takes RSTs in capture order; the first of a
 * conversation is read by the {@code CaseReader}, further ones are counted. Reading asks, in this order:
 *
 * <ol>
 *   <li>what was said, and in which protocol ({@code Dialogue});
 *   <li>what happened, and who ended it ({@code WhoEndedIt}): the {@link dev.whyrst.attribution.Behaviour};
 *   <li>which end served: of a connection that was lost, the end that lost it;
 *   <li>when it was ended, after which pause, with which last words ({@code LastAct}).
 * </ol>
 *
 * <p>All answers but times and numbers are {@link dev.whyrst.incident.cases.Trait}s. Endpoints and hosts go by numbers
 * ({@link dev.whyrst.incident.cases.EndpointTable}). Times are by the clock of the first capture.
 *
 * <p><b>A new trait</b> is a constant of {@code Trait} and the place that adds it; <b>a new column</b> is one
 * declaration in {@link dev.whyrst.incident.cases.CaseTable}.
 */
package dev.whyrst.incident.cases;
