package dev.whyrst.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whyrst.cli.check.Rule.Verb;
import dev.whyrst.cli.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFileTest {

    @TempDir
    private Path folder;

    @Test
    void rules_say_what_is_forbidden_limited_expected_and_allowed() throws IOException {
        Policy policy = policy(
                """
                title: Orders
                rules:
                  - name: a
                    forbid: {cause: [Linger-Zero-Abort], party: responder, endpoint: orders, harm: [likely, certain]}
                  - name: b
                    level: warn
                    limit: {cause: undetermined}
                    count: 5
                    share: 1.5%
                    perMinute: 0.5
                    sample: 100
                  - name: c
                    expect: {cause: firewall-reject, endpoint: ":23"}
                  - name: d
                    allow: {incident: scan}
                    reason: our own scanner
                    until: 2027-03-31
                endpoints:
                  orders: ["10.0.0.0/8:8080", "10.1.0.1:9090"]
                """);

        assertThat(policy.title()).isEqualTo("Orders");
        assertThat(policy.rules())
                .extracting(Rule::verb)
                .containsExactly(Verb.FORBID, Verb.LIMIT, Verb.EXPECT, Verb.ALLOW);
        assertThat(policy.rules()).extracting(Rule::line).containsExactly(3, 5, 12, 14);
        Rule first = policy.rules().get(0);
        assertThat(first.selector().names()).containsExactly("linger-zero-abort");
        assertThat(first.selector().endpoints()).hasSize(2);
        Rule second = policy.rules().get(1);
        assertThat(second.count()).hasValue(5);
        assertThat(second.share()).hasValue(0.015);
        assertThat(second.perMinute()).hasValue(0.5);
        assertThat(second.sample()).isEqualTo(100);
        assertThat(policy.rules().get(2).count()).hasValue(1);
        assertThat(policy.rules().get(3).until()).isEqualTo(LocalDate.of(2027, 3, 31));
    }

    @Test
    void json_is_read_too() throws IOException {
        assertThat(policy("{\"rules\": [{\"name\": \"a\", \"forbid\": {\"cause\": \"time-wait\"}}]}")
                        .rules())
                .hasSize(1);
    }

    @Test
    void own_rules_take_the_place_of_those_of_the_policy_that_is_extended() throws IOException {
        Policy shipped = PolicyFile.shipped("web-service");
        Policy policy = policy(
                """
                extends: web-service
                input: {damaged: warn}
                rules:
                  - name: the accept queue holds
                    level: off
                    forbid: {cause: listen-overflow}
                  - name: mine
                    forbid: {failure: any}
                """);

        assertThat(policy.rules()).hasSize(shipped.rules().size() + 1);
        assertThat(policy.rules())
                .filteredOn(rule -> rule.name().equals("the accept queue holds"))
                .extracting(Rule::level)
                .containsExactly(Level.OFF);
        assertThat(policy.damaged()).isEqualTo(Level.WARN);
        assertThat(policy.withoutTcp()).isEqualTo(Level.ERROR);
    }

    static List<String> shipped() {
        return ShippedPolicies.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_shipped_policy_is_read_by_its_name(String name) {
        Policy policy = PolicyFile.read(name);
        assertThat(policy.shipped()).isTrue();
        assertThat(policy.rules()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ruls: []                                                    | line 1, column 1: unknown key 'ruls', did you mean rules?",
                "rules: [{name: a, forbid: {cause: linger-zero-abrt}}]       | did you mean linger-zero-abort?",
                "rules: [{name: a, forbid: {incident: server-restrt}}]       | did you mean server-restart?",
                "rules: [{name: a, forbid: {party: reciever}}]               | party: 'reciever' is unknown",
                "rules: [{name: a, forbid: {endpoint: '10.0.0.1:http'}}]     | has no valid port",
                "rules: [{name: a, forbid: {cause: a, incident: b}}]         | cause: 'a' is unknown",
                "rules: [{name: a, forbid: {cause: time-wait, incident: scan}}] | one of cause, incident and failure",
                "rules: [{name: a, forbid: {incident: scan, party: responder}}] | belong to single resets, not to incidents",
                "rules: [{name: a, forbid: {harm: bad}}]                     | harm: 'bad' is unknown",
                "rules: [{name: a, limit: {cause: time-wait}}]               | the rule 'a' has no limit: give it count, perMinute or share",
                "rules: [{name: a, limit: {cause: time-wait}, count: few}]   | 'few' is no whole number",
                "rules: [{name: a, limit: {cause: time-wait}, share: 5}]     | '5' is no share, such as 1%",
                "rules: [{name: a, limit: {cause: time-wait}, perMinute: x}] | 'x' is no number",
                "rules: [{name: a, limit: {cause: time-wait}, count: 1, sample: 3}] | sample belongs to perMinute and share",
                "rules: [{name: a, forbid: {cause: time-wait}, count: 0}]    | a forbid is a limit of 0",
                "rules: [{name: a, expect: {cause: time-wait}, share: 1%}]   | an expect takes a count only",
                "rules: [{name: a, allow: {cause: time-wait}}]               | the rule 'a' has no reason",
                "rules: [{name: a, allow: {cause: time-wait}, reason: r, until: soon}] | 'soon' is no date, such as 2027-03-31",
                "rules: [{name: a, forbid: {cause: time-wait}, reason: r}]   | reason and until belong to an allow",
                "rules: [{name: a, forbid: {cause: any}, allow: {cause: any}}] | this one has forbid already",
                "rules: [{name: a}]                                          | the rule 'a' says nothing",
                "rules: [{forbid: {cause: any}}]                             | a rule has no name",
                "rules: [{name: a, level: fatal, forbid: {cause: any}}]      | level: 'fatal' is unknown",
                "rules: [{name: a, forbid: {cause: any}}, {name: a, forbid: {cause: any}}] | two rules with the name 'a'",
                "extends: web-servce                                         | did you mean web-service?",
                "input: {damaged: no}                                        | damaged: 'no' is unknown",
                "title: x                                                    | has no rules",
                "rules: [{name: a, forbid: [cause]}]                         | forbid should be a mapping of keys to values, but is a list",
                "rules: [                                                    | line "
            })
    void a_mistake_is_told_with_its_place_and_what_was_meant(String text, String complaint) {
        assertThatThrownBy(() -> policy(text + "\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("policy.yaml")
                .hasMessageContaining(complaint);
    }

    @Test
    void endpoints_with_a_name_that_nobody_gave_are_told() {
        assertThatThrownBy(
                        () -> policy(
                                """
                        endpoints: {orders: ":8080"}
                        rules:
                          - name: a
                            forbid: {cause: any, endpoint: order}
                        """))
                .hasMessageContaining(
                        "line 4, column 36: endpoint: there are no endpoints 'order', did you mean orders?");
    }

    @Test
    void a_name_that_is_neither_file_nor_shipped_is_told() {
        assertThatThrownBy(() -> PolicyFile.read("web-sevice"))
                .hasMessage("there is no policy file web-sevice, and no policy of that name ships, did you mean"
                        + " web-service? (shipped: strict, web-service, database-pool, load-test, security-test)");
    }

    private Policy policy(String text) throws IOException {
        return PolicyFile.read(
                Files.writeString(folder.resolve("policy.yaml"), text).toString());
    }
}
