/**
 * From opinions to one verdict for each RST. {@link dev.whyrst.attribution.verdict.Attributor} is the entrance: a timeline goes in, an
 * attribution for each of its RSTs comes out.
 *
 * <p>First the RSTs of the conversation are grouped into episodes ({@code Episodes}), and a witness of the other capture, if there is one,
 * parts those that were made elsewhere ({@code PeerVerdict}). Then the first RST of each episode goes through the stages of {@code
 * Stages.ALL}, in this order:
 *
 * <ol>
 *   <li>{@code Asking}: every rule gives its opinion, none of which depends on another; one that fails leaves the RST undetermined;
 *   <li>{@code DeviceStatement.heed}: where the RST bears a device's own words, claims of which these do not speak are lowered, before
 *       they are compared;
 *   <li>{@code Arbiter}: the claims are ranked by confidence, decisive facts and the order of the catalogue; without one the cause is
 *       undetermined;
 *   <li>{@code DeviceStatement.tell}: the words are added to the winner, whatever it is;
 *   <li>{@code LastNotice}: so is what the server said last, where that bears on the winner;
 *   <li>{@code PeerVerdict}: another capture shows who made the RST, which overrules all signs; so it comes after the ranking, and
 *       may put another claim first;
 *   <li>{@code IcmpTestimony}: what routers said is held against the claim that is first in the end.
 * </ol>
 *
 * <p>The other RSTs of an episode follow its first one. At last it is said what the applications saw ({@code Applications}) and, when a
 * report asks, why causes that look like the chosen one were passed over ({@code Rivals}).
 */
package dev.whyrst.attribution.verdict;
