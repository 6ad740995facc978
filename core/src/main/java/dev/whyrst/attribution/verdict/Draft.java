package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.Testimony;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.rules.Claim;
import dev.whyrst.attribution.rules.Opinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A verdict in the making: what the rules said of a RST, and the claims that are left of it, the best first. */
final class Draft {

    private final RstContext c;
    private final Testimony testimony;
    private List<Opinion> opinions = List.of();
    private List<Claim> claims = new ArrayList<>(4);
    private FailedRule failure;

    Draft(RstContext c, Testimony testimony) {
        this.c = c;
        this.testimony = testimony;
    }

    RstContext context() {
        return c;
    }

    Testimony testimony() {
        return testimony;
    }

    /** What each rule said, in the order of the catalogue. */
    List<Opinion> opinions() {
        return opinions;
    }

    void heard(List<Opinion> all) {
        opinions = all;
    }

    /** The first rule that failed. */
    Optional<FailedRule> failure() {
        return Optional.ofNullable(failure);
    }

    /** Takes note of a rule that failed; what it is taken to have said. */
    Opinion failed(FailedRule rule) {
        failure = failure == null ? rule : failure;
        return rule.opinion();
    }

    /** The claims; from the ranking on, the best first, and never none. */
    List<Claim> claims() {
        return claims;
    }

    void claims(List<Claim> better) {
        claims = better;
    }

    Claim best() {
        return claims.get(0);
    }

    void best(Claim better) {
        claims.set(0, better);
    }
}
