/**
 * One class a cause. A {@link dev.whyrst.attribution.rules.Rule} is asked about one RST and answers with an {@link
 * dev.whyrst.attribution.rules.Opinion}: a {@link dev.whyrst.attribution.rules.Claim}, or what is missing for its cause. Rules do not know
 * each other.
 *
 * <p><b>A doubt has a price.</b> A claim begins as certain. Each doubt that holds names the surest that the claim may still be; the claim
 * is as sure as its dearest doubt allows. So what is said against a claim and how sure it is cannot drift apart, and a report can tell
 * which doubt kept the verdict from being surer. {@code Proof} collects evidence and doubts.
 *
 * <p><b>Order.</b> {@link dev.whyrst.attribution.rules.RuleCatalogue} lists the rules; of two claims that are equally sure, with as many
 * decisive facts, the earlier wins, so the more specific stand first.
 *
 * <p><b>Cost.</b> Every rule is asked about every RST, a million times in a scan: the cheapest condition stands first, what is missing is
 * a constant, and sentences with numbers are written when a report asks for them.
 */
package dev.whyrst.attribution.rules;
