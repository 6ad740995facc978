/**
 * Attributions to incidents: the few stories that a post-mortem needs, each in one sentence, and every RST in exactly
 * one of them.
 *
 * <p>This package holds what others see of it: the catalogue ({@link dev.whyrst.incident.IncidentKind}), what a report
 * shows ({@link dev.whyrst.incident.Incident}), the timers that silences are held against, and all thresholds. The
 * entrance is {@link dev.whyrst.incident.build.IncidentBuilder}. An attribution goes through these rooms:
 *
 * <ol>
 *   <li><b>attribution → case</b> ({@code cases}): the first RST of a conversation is read once, and what incidents
 *       need to know of it becomes one row of a table: who served whom, the {@link dev.whyrst.attribution.Behaviour},
 *       times, and yes-or-no traits.
 *   <li><b>case → cluster</b> ({@code scene}): cases about the same service, host or client and near each other in
 *       time.
 *   <li><b>recogniser → story</b> ({@code recognise}): a recogniser looks at the clusters that nobody has claimed yet,
 *       and tells a story of those that have the signs of its kind.
 *   <li><b>story → sentence</b> ({@code tell}): with computed numbers, for a manager.
 * </ol>
 *
 * <p>No room knows one after it: {@code cases} ← {@code scene} ← {@code recognise}, {@code cases} and {@code scene} ←
 * {@code tell}, all ← {@code build}; all may use this package.
 *
 * <p><b>The order of the recognisers</b> is the order of who may claim first. A case that one has claimed the next ones
 * do not see, so the surest signs come first, then those that take in what would look like something else alone. The list
 * in {@link dev.whyrst.incident.recognise.Recognisers} gives the reason for each place.
 *
 * <p><b>Cost.</b> 4 bytes a RST and about 80 a conversation that was reset. Recognisers go over the table a few dozen
 * times, without an object for each case; a scan of a million ports is a million rows.
 *
 * <p><b>Hostile input.</b> Cases, endpoints, names and stories are bounded; what comes beyond is counted, and the
 * report says so. Text from packets gets into a sentence only where it looks like the name of a host.
 */
package dev.whyrst.incident;
