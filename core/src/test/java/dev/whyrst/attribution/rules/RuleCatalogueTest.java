package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cause has its rule, and every rule its tests. */
class RuleCatalogueTest {

    /** It claims, it does not claim, it is outdone. */
    private static final int LEAST_TESTS = 3;

    @Test
    void every_cause_but_the_open_one_has_one_rule() {
        List<Cause> claimable = Stream.of(Cause.values())
                .filter(cause -> cause != Cause.UNDETERMINED)
                .toList();

        assertThat(RuleCatalogue.RULES).extracting(Rule::cause).containsExactlyInAnyOrderElementsOf(claimable);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_is_named_after_what_it_knows_and_tested_alone(Rule rule) throws ClassNotFoundException {
        Class<?> test = Class.forName(rule.getClass().getName() + "Test");
        long tests = Arrays.stream(test.getDeclaredMethods())
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .count();

        assertThat(rule.getClass().getSimpleName()).endsWith("Rule");
        assertThat(tests).as("tests of %s", rule.getClass().getSimpleName()).isGreaterThanOrEqualTo(LEAST_TESTS);
    }

    static List<Rule> rules() {
        return RuleCatalogue.RULES;
    }
}
