package dev.whyrst.attribution.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.InternalErrors;
import dev.whyrst.attribution.Testimony;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.rules.FailingRule;
import dev.whyrst.attribution.rules.Rule;
import dev.whyrst.attribution.rules.RuleCatalogue;
import dev.whyrst.scenario.Case;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A rule that fails costs the verdict on one RST, and nothing else. */
class FailedRuleTest {

    /** Two refusals on port 9090, the second of which is repeated, and one on port 9091. */
    private static final Case STORY = Case.of(
            """
            +0s   A > B:9091 SYN
            +10ms B:9091 > A RST,ACK answers
            +1s   A > B:9090 SYN as=knock
            +10ms B:9090 > A RST,ACK answers
            +1ms  B:9090 > A RST,ACK answers=knock
            """);

    private final InternalErrors errors = new InternalErrors();

    @Test
    void its_rst_is_undetermined_and_the_others_are_judged() {
        List<Attribution> said =
                attributions(asking(c -> c.timeline().responder().port() == 9090), c -> Testimony.NONE);

        assertThat(said)
                .extracting(Attribution::cause)
                .containsExactly(Cause.PORT_NOT_LISTENING, Cause.UNDETERMINED, Cause.UNDETERMINED);
        assertThat(said.get(1).confidence()).isEqualTo(Confidence.LOW);
        assertThat(said.get(1).evidence())
                .extracting(Evidence::statement)
                .containsExactly("The rule for user-timeout failed because of an internal error"
                        + " (NoSuchElementException), so that nothing is decided");
        assertThat(said.get(1).alternatives()).extracting(one -> one.cause()).contains(Cause.PORT_NOT_LISTENING);
    }

    @Test
    void verdicts_that_are_missing_are_counted_once_however_often_they_are_asked_for() {
        List<Stage> stages = asking(c -> c.timeline().responder().port() == 9090);

        attributions(stages, c -> Testimony.NONE);
        attributions(stages, c -> Testimony.NONE);

        assertThat(errors.sentences()).containsExactly("2 verdicts could not be given because of an internal error");
        assertThat(errors.first()).containsInstanceOf(NoSuchElementException.class);
    }

    @Test
    void where_judging_itself_fails_the_rsts_of_the_conversation_are_reported_all_the_same() {
        List<Attribution> said = attributions(Stages.ALL, c -> {
            if (c.timeline().responder().port() == 9090) {
                throw new IllegalStateException("the witness is confused");
            }
            return Testimony.NONE;
        });

        assertThat(said)
                .extracting(Attribution::cause)
                .containsExactly(Cause.PORT_NOT_LISTENING, Cause.UNDETERMINED, Cause.UNDETERMINED);
        assertThat(said).extracting(Attribution::id).containsExactly("rst-1", "rst-2", "rst-3");
        assertThat(said.get(2).evidence().get(0).frames())
                .containsExactly(STORY.reset(2).segment().at());
    }

    @Test
    void a_disk_that_fails_is_no_error_of_a_rule() {
        assertThatThrownBy(() -> attributions(Stages.ALL, c -> {
                    throw new UncheckedIOException(new IOException("the disk is gone"));
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(errors.first()).isEmpty();
    }

    @Test
    void a_sentence_that_cannot_be_written_costs_the_sentence() {
        Evidence evidence = Evidence.of(Evidence.Stance.FOR, Evidence.Weight.WEAK, () -> {
            throw new NoSuchElementException();
        });

        assertThat(evidence.statement())
                .isEqualTo("What was found cannot be told because of an internal error (NoSuchElementException)");
    }

    /** All stages, and one rule more, which fails there. */
    private static List<Stage> asking(Predicate<RstContext> failsAt) {
        List<Rule> rules = new ArrayList<>(RuleCatalogue.RULES);
        rules.add(new FailingRule(Cause.USER_TIMEOUT, failsAt));
        List<Stage> stages = new ArrayList<>(Stages.ALL);
        stages.set(0, new Asking(rules));
        return stages;
    }

    private List<Attribution> attributions(List<Stage> stages, Witness witness) {
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < STORY.size(); i++) {
            positions.add(STORY.reset(i).tracePosition());
        }
        Attributor attributor = new Attributor(
                STORY.facts(),
                responder -> STORY.connectTimeout(),
                position -> "rst-" + (positions.indexOf(position) + 1),
                witness,
                errors,
                stages);
        return STORY.timelines().stream()
                .flatMap(timeline -> attributor.attribute(timeline).stream())
                .toList();
    }
}
