/**
 * Facts about hosts and listening endpoints, learnt from all conversations, those without a RST too: the {@link
 * dev.whyrst.timeline.NetworkFacts} of the rules.
 *
 * <p>The tracking tells {@link dev.whyrst.conversation.hosts.HostNews} what happened; each news is a few words of a
 * deferred task, which brings the {@link dev.whyrst.conversation.hosts.HostTable} up to date, on whichever thread does
 * such tasks. {@link dev.whyrst.conversation.hosts.HostReports} and {@link dev.whyrst.conversation.hosts.PortUsage}
 * read from a row what there is to tell, so that each conversation counts once, however often it sleeps and wakes. The
 * table's parts ({@code FactTable}, {@code PackedTtls}, {@code AnswerWindows}, {@code PortLoads}) are bounded and say
 * when they are full.
 *
 * <p>Nothing here judges, and nothing knows causes: the rules ask, and say how much is many.
 */
package dev.whyrst.conversation.hosts;
