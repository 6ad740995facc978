package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.Limit;
import dev.whyrst.attribution.facts.RstContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A claim is as sure as its dearest doubt allows. */
class ProofTest {

    private static final RstContext CONTEXT = RuleCase.of(
                    """
                    +0s   A > B SYN as=knock
                    +10ms B > A RST,ACK answers
                    """)
            .context();

    @Test
    void without_a_doubt_it_is_certain() {
        Claim claim = proof().strong("It is so").claim();

        assertThat(claim.cause()).isEqualTo(Cause.PORT_NOT_LISTENING);
        assertThat(claim.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(claim.emitter()).isEqualTo(Emitter.RESPONDER);
        assertThat(claim.limits()).isEmpty();
    }

    @Test
    void a_rule_that_knows_nothing_better_sends_to_the_sender() {
        assertThat(proof().claim().settle().get()).startsWith("A capture at 10.");
    }

    @Test
    void the_dearest_doubt_decides_whatever_the_order() {
        Claim dearestLast = proof().doubt(Confidence.HIGH, "cheap")
                .against(Confidence.LOW, "dear")
                .claim();
        Claim dearestFirst = proof().against(Confidence.LOW, "dear")
                .doubt(Confidence.HIGH, "cheap")
                .claim();

        assertThat(dearestLast.confidence()).isEqualTo(Confidence.LOW);
        assertThat(dearestFirst.confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void only_the_doubts_that_reach_the_confidence_limit_it() {
        Claim claim = proof().base(Confidence.HIGH, "never surer")
                .doubt(Confidence.MEDIUM, "one")
                .against(Confidence.MEDIUM, () -> "another")
                .limit(Confidence.MEDIUM, true, "a third")
                .claim();

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(claim.limits()).extracting(Limit::most).contains(Confidence.HIGH);
        assertThat(RuleCase.limits(claim)).containsExactly("one", "another", "a third");
    }

    @Test
    void what_does_not_hold_is_neither_told_nor_counted() {
        Claim claim = proof().doubt(Confidence.LOW, false, "no")
                .doubt(Confidence.LOW, false, () -> "no")
                .against(Confidence.LOW, false, "no")
                .against(Confidence.LOW, false, () -> "no")
                .limit(Confidence.LOW, false, "no")
                .strong(false, "no")
                .strong(false, () -> "no")
                .weak(false, "no")
                .weak(false, () -> "no")
                .claim();

        assertThat(claim.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(claim.evidence()).isEmpty();
        assertThat(claim.limits()).isEmpty();
    }

    @Test
    void doubts_are_evidence_and_the_bounds_of_what_can_be_known_are_none() {
        Claim claim = proof().decisive("decides")
                .strong("speaks for it")
                .weak("goes well with it")
                .against(Confidence.MEDIUM, "speaks against it")
                .doubt(Confidence.MEDIUM, "would look the same")
                .base(Confidence.MEDIUM, "cannot be known")
                .limit(Confidence.MEDIUM, true, "was not captured")
                .claim();

        assertThat(claim.evidence())
                .extracting(Evidence::toString)
                .containsExactly(
                        "for (decisive): decides",
                        "for (strong): speaks for it",
                        "for (weak): goes well with it",
                        "against (strong): speaks against it",
                        "against (weak): would look the same");
        assertThat(RuleCase.limits(claim)).contains("cannot be known", "was not captured");
    }

    @Test
    void a_doubt_that_costs_nothing_limits_nothing() {
        Claim claim =
                proof().doubt(Confidence.CERTAIN, "it would look the same").claim();

        assertThat(claim.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(RuleCase.evidence(claim)).containsExactly("it would look the same");
        assertThat(claim.limits()).isEmpty();
    }

    @Test
    void only_what_decides_for_it_is_counted_as_decisive() {
        Claim claim = proof().decisive("one")
                .decisive(() -> "two")
                .strong("not this")
                .against(Confidence.LOW, "nor this")
                .claim();

        assertThat(claim.decisive()).isEqualTo(2);
    }

    @Test
    void a_limit_names_the_frames_that_show_it() {
        Claim claim =
                proof().base(Confidence.LOW, "cannot be known", CONTEXT.rst()).claim();

        assertThat(claim.limits().get(0).reason().frames())
                .containsExactly(CONTEXT.rst().at());
        assertThat(claim.limits().get(0).reason().stance()).isEqualTo(Stance.AGAINST);
        assertThat(claim.limits().get(0).reason().weight()).isEqualTo(Weight.WEAK);
    }

    @Test
    void sentences_with_numbers_are_written_when_a_report_asks() {
        AtomicInteger written = new AtomicInteger();
        Claim claim = proof().by(Emitter.MIDDLEBOX)
                .doubt(Confidence.LOW, () -> "sentence " + written.incrementAndGet())
                .settledBy(() -> "word " + written.incrementAndGet())
                .claim();

        assertThat(written).hasValue(0);
        assertThat(RuleCase.limits(claim)).containsExactly("sentence 1");
        assertThat(RuleCase.evidence(claim)).containsExactly("sentence 1");
        assertThat(claim.settle().get()).isEqualTo("word 2");
        assertThat(claim.emitter()).isEqualTo(Emitter.MIDDLEBOX);
    }

    private static Proof proof() {
        return Proof.of(Cause.PORT_NOT_LISTENING, CONTEXT);
    }
}
