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
 * do not see, so the surest signs come first, then those that take in what would look like something else alone. Each
 * stands where it does for a reason:
 *
 * <ol>
 *   <li>{@code UntranslatedSegments}: a segment that passed a NAT and the connection that dies of it are found by their
 *       ports alone; apart from each other they look like a scan and a lost host.
 *   <li>{@code Scans}: whoever tries many ports where nobody serves leaves refusals, strays and filtered tries; each
 *       port would be a service that is down.
 *   <li>{@code PathDevices}: that a device made the RST is in the verdict already. The connections from before the
 *       capture that met the same device would be taken for those of a lost host.
 *   <li>{@code LostHosts}: a host without memory refuses as well until its services are back, and what its servers
 *       ended around that time belongs to it; services alone come later.
 *   <li>{@code LossesAtOnce}: claims no case but joins stories of those before it, which it has to see whole: one device
 *       that lost its table is seen at many services.
 *   <li>{@code ServiceTrouble}: a service that refuses or overflows takes in the connections that ended with it, before
 *       these are looked at for themselves.
 *   <li>{@code TlsRefusals}: the close of a server that answers a client's alert looks like a rejected request.
 *   <li>{@code ServerEndings}: what a server ended of its own accord; and what of that it did in trouble has its story
 *       by now.
 *   <li>{@code EndedInTrouble}: clients that left a service in trouble are its consequences, not impatient.
 *   <li>{@code ClientEndings}: clients that left before they had their answers, though nothing else was wrong.
 *   <li>{@code RoutineAround}: ordinary resets of those that took part in a story join it, which must have been told.
 *   <li>{@code OrdinaryLife}: what is left, and stories too small to be told beside others.
 * </ol>
 *
 * <p><b>Cost.</b> 4 bytes a RST and about 80 a conversation that was reset. Recognisers go over the table a few dozen
 * times, without an object for each case; a scan of a million ports is a million rows.
 *
 * <p><b>Hostile input.</b> Cases, endpoints, names and stories are bounded; what comes beyond is counted, and the
 * report says so. Text from packets gets into a sentence only where it looks like the name of a host.
 */
package dev.whyrst.incident;
