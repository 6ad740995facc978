package dev.whyrst.attribution.rules;

import java.util.List;

/** All rules; of claims that are equally sure the earlier rule's wins, so the more specific stand first. */
public final class RuleCatalogue {

    /** In the order in which the earlier of two equally sure claims wins. */
    public static final List<Rule> RULES = List.of(
            new HalfOpenClientRestartedRule(),
            new KeepAliveTimeoutRule(),
            new KeepAliveToRestartedRule(),
            new TimeWaitRule(),
            new IdleTimeoutRule(),
            new InjectedRule(),
            new FirewallRejectRule(),
            new HandshakeTimeoutRule(),
            new SynAckRejectedRule(),
            new ListenOverflowRule(),
            new Linger2Rule(),
            new BenignAfterTeardownRule(),
            new DataAfterCloseRule(),
            new UserTimeoutRule(),
            new PortNotListeningRule(),
            new NonexistentConnectionRule(),
            new PeerRestartedRule(),
            new UnreadDataRule(),
            new LingerZeroRule(),
            new ListenerClosedRule(),
            new DisconnectRule());

    private RuleCatalogue() {}
}
