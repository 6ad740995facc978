package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of two claims wins, and what is left of one that others lower. */
class ClaimTest {

    private static final Evidence REASON = Evidence.of(Stance.AGAINST, Weight.WEAK, "another word counts more");

    @Test
    void the_surer_claim_wins_whatever_decides_for_the_other() {
        assertThat(claim(Confidence.HIGH, 0).beats(claim(Confidence.MEDIUM, 2))).isTrue();
        assertThat(claim(Confidence.MEDIUM, 2).beats(claim(Confidence.HIGH, 0))).isFalse();
    }

    @Test
    void of_equally_sure_claims_the_one_with_more_decisive_facts_wins() {
        assertThat(claim(Confidence.HIGH, 2).beats(claim(Confidence.HIGH, 1))).isTrue();
        assertThat(claim(Confidence.HIGH, 1).beats(claim(Confidence.HIGH, 2))).isFalse();
    }

    @Test
    void equal_claims_do_not_beat_each_other_so_that_the_catalogue_decides() {
        assertThat(claim(Confidence.LOW, 1).beats(claim(Confidence.LOW, 1))).isFalse();
    }

    @Test
    void a_claim_that_is_lowered_says_why() {
        Claim lowered = claim(Confidence.HIGH, 1).atMost(Confidence.MEDIUM, REASON);

        assertThat(lowered.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(lowered)).containsExactly("another word counts more");
        assertThat(lowered.decisive()).isEqualTo(1);
    }

    @Test
    void a_claim_that_is_no_surer_stays_as_it_is() {
        Claim low = claim(Confidence.LOW, 0);

        assertThat(low.atMost(Confidence.MEDIUM, REASON)).isSameAs(low);
        assertThat(low.atMost(Confidence.LOW, REASON)).isSameAs(low);
    }

    @Test
    void a_claim_may_be_given_a_confidence_with_a_reason() {
        Claim raised = claim(Confidence.LOW, 0).limitedTo(Confidence.HIGH, REASON);

        assertThat(raised.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(RuleCase.limits(raised)).containsExactly("another word counts more");
    }

    @Test
    void a_fact_is_told_once() {
        Claim claim = claim(Confidence.LOW, 0).with(REASON);

        assertThat(RuleCase.evidence(claim)).containsExactly("another word counts more");
        assertThat(claim.with(Evidence.of(Stance.FOR, Weight.STRONG, () -> "another " + "word counts more")))
                .isSameAs(claim);
    }

    @Test
    void a_further_reset_of_the_episode_has_evidence_of_its_own_and_decides_nothing() {
        Claim further = claim(Confidence.HIGH, 2).further(Emitter.RESPONDER, REASON);

        assertThat(further.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(further.emitter()).isEqualTo(Emitter.RESPONDER);
        assertThat(further.evidence()).containsExactly(REASON);
        assertThat(further.decisive()).isZero();
    }

    private static Claim claim(Confidence confidence, int decisive) {
        return new Claim(
                Cause.LINGER_ZERO_ABORT, confidence, Emitter.INITIATOR, List.of(), List.of(), decisive, () -> "");
    }
}
