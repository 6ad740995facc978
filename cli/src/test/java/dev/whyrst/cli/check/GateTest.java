package dev.whyrst.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whyrst.cli.check.RuleResult.Status;
import dev.whyrst.cli.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String ABORT = "linger-zero-abort";

    @TempDir
    private Path folder;

    @Test
    void a_forbidden_reset_is_counted_once_an_episode() throws IOException {
        Path report = new ReportText()
                .capture("a.pcap", 50)
                .reset("a.pcap", ABORT, "10.0.0.1:80")
                .reset("a.pcap", ABORT, "10.0.0.1:80", "responder", "high", "likely", "\"rst-2\"")
                .reset("a.pcap", ABORT, "10.0.0.2:81", "initiator", "high", "likely", "null")
                .write(folder.resolve("report.json"));

        RuleResult result = only(report, "forbid: {cause: linger-zero-abort, party: responder, endpoint: ':80'}");
        assertThat(result.status()).isEqualTo(Status.BROKEN);
        assertThat(result.summary()).isEqualTo("1, at most 0");
        assertThat(only(report, "forbid: {cause: linger-zero-abort, endpoint: '10.0.0.0/8:82'}")
                        .status())
                .isEqualTo(Status.KEPT);
        assertThat(only(report, "forbid: {host: API.example.com, confidence: certain}")
                        .status())
                .isEqualTo(Status.KEPT);
        assertThat(only(report, "forbid: {host: API.example.com}").summary()).isEqualTo("2, at most 0");
    }

    @Test
    void a_share_is_that_of_the_worst_capture() throws IOException {
        Path report = new ReportText()
                .capture("good.pcap", 10_000)
                .capture("bad.pcap", 100)
                .reset("bad.pcap", ABORT, "10.0.0.1:80")
                .reset("bad.pcap", ABORT, "10.0.0.1:80")
                .write(folder.resolve("report.json"));

        assertThat(only(report, "limit: {cause: linger-zero-abort}\n    share: 1%")
                        .summary())
                .isEqualTo("2% of 100 conversations in bad.pcap, at most 1%");
        assertThat(only(report, "limit: {cause: linger-zero-abort}\n    perMinute: 1")
                        .summary())
                .isEqualTo("1 a minute in bad.pcap, at most 1");
    }

    @Test
    void few_conversations_say_nothing_of_a_share_but_a_count_still_holds() throws IOException {
        Path report = new ReportText()
                .capture("a.pcap", 19)
                .reset("a.pcap", ABORT, "10.0.0.1:80")
                .write(folder.resolve("report.json"));

        assertThat(only(report, "limit: {cause: linger-zero-abort}\n    share: 0%")
                        .status())
                .isEqualTo(Status.NOT_JUDGED);
        RuleResult both = only(report, "limit: {cause: linger-zero-abort}\n    share: 0%\n    count: 0");
        assertThat(both.status()).isEqualTo(Status.BROKEN);
        assertThat(both.summary()).contains("1, at most 0", "not judged");
    }

    @Test
    void what_is_expected_has_to_occur() throws IOException {
        Path report = new ReportText()
                .capture("a.pcap", 50)
                .reset("a.pcap", "firewall-reject", "10.0.0.1:23")
                .write(folder.resolve("report.json"));

        assertThat(only(report, "expect: {cause: firewall-reject}").status()).isEqualTo(Status.KEPT);
        assertThat(only(report, "expect: {cause: firewall-reject}\n    count: 2")
                        .summary())
                .isEqualTo("1, at least 2");
    }

    @Test
    void an_exception_hides_from_limits_until_it_runs_out() throws IOException {
        Path report = new ReportText()
                .capture("a.pcap", 50)
                .reset("a.pcap", ABORT, "10.0.0.1:80")
                .write(folder.resolve("report.json"));
        String rules =
                """
                rules:
                  - name: none
                    forbid: {cause: any}
                  - name: known
                    allow: {cause: linger-zero-abort, endpoint: ":80"}
                    reason: checks leave like that
                    until: %s
                """;

        CheckResult hidden = check(report, rules.formatted("2026-03-02"));
        assertThat(hidden.violated()).isFalse();
        assertThat(hidden.rules().get(1).summary()).isEqualTo("hides 1: checks leave like that");
        CheckResult expired = check(report, rules.formatted("2026-03-01"));
        assertThat(expired.rules()).extracting(RuleResult::status).containsExactly(Status.BROKEN, Status.BROKEN);
        assertThat(expired.rules().get(1).summary()).contains("ran out on 2026-03-01");
    }

    @Test
    void incidents_and_failures_are_counted_too() throws IOException {
        Path report = new ReportText()
                .capture("a.pcap", 50)
                .incident("server-restart", "10.0.0.1:80")
                .failure("syn-unanswered", "10.0.0.3:443", 7)
                .write(folder.resolve("report.json"));

        assertThat(only(report, "forbid: {incident: server-restart, endpoint: ':80'}")
                        .summary())
                .isEqualTo("1, at most 0");
        assertThat(only(report, "limit: {failure: any}\n    count: 6").summary())
                .isEqualTo("7, at most 6");
        assertThat(only(report, "forbid: {cause: any}").status()).isEqualTo(Status.KEPT);
    }

    @Test
    void damage_fails_as_damage_and_emptiness_as_a_violation_unless_the_policy_says_otherwise() throws IOException {
        Path damaged = new ReportText().damagedCapture("a.pcap").write(folder.resolve("damaged.json"));
        Path empty = new ReportText().emptyCapture("a.pcap").write(folder.resolve("empty.json"));
        String rules = "rules: [{name: a, forbid: {cause: any}}]\n";

        assertThat(check(damaged, rules)).matches(CheckResult::damaged).matches(result -> !result.violated());
        assertThat(check(damaged, rules).input().get(0).summary()).contains("1 capture damaged", "it ends in frame 10");
        assertThat(check(damaged, "input: {damaged: warn}\n" + rules)).matches(result -> !result.damaged());
        assertThat(check(empty, rules)).matches(CheckResult::violated);
        assertThat(check(empty, "input: {withoutTcp: off}\n" + rules)).matches(result -> !result.violated());
    }

    @Test
    void a_baseline_leaves_only_what_is_new_or_much_more() throws IOException {
        ReportText before = new ReportText().capture("monday.pcap", 1000);
        ReportText alike = new ReportText().capture("tuesday.pcap", 1200);
        ReportText worse = new ReportText().capture("tuesday.pcap", 1000);
        for (int i = 0; i < 10; i++) {
            before.reset("monday.pcap", ABORT, "10.0.0.1:80");
            alike.reset("tuesday.pcap", ABORT, "10.0.0.1:80");
            worse.reset("tuesday.pcap", ABORT, "10.0.0.1:80").reset("tuesday.pcap", ABORT, "10.0.0.1:80");
        }
        worse.reset("tuesday.pcap", ABORT, "10.0.0.9:80");
        Path baseline = before.write(folder.resolve("before.json"));

        Policy strict = PolicyFile.shipped("strict");
        CheckResult same =
                Gate.check(strict, List.of(alike.write(folder.resolve("alike.json"))), Optional.of(baseline), TODAY);
        assertThat(same.violated()).isFalse();
        assertThat(same.worse()).isEmpty();
        CheckResult more =
                Gate.check(strict, List.of(worse.write(folder.resolve("worse.json"))), Optional.of(baseline), TODAY);
        assertThat(more.violated()).isTrue();
        assertThat(more.worse())
                .extracting(Change::fingerprint)
                .containsExactly(
                        "reset/linger-zero-abort/responder/10.0.0.9:80",
                        "reset/linger-zero-abort/responder/10.0.0.1:80");
    }

    @Test
    void what_is_no_report_of_this_version_is_refused() throws IOException {
        Path old = Files.writeString(folder.resolve("old.json"), "{\"schemaVersion\": 1, \"captures\": []}");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"name\": \"x\"}");
        Path cut = Files.writeString(folder.resolve("cut.json"), "{\"schemaVersion\": 2,\n\"captures\": [");

        assertThatThrownBy(() -> Gate.differences(old, old))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("has schema version 1, but this whyrst reads 2");
        assertThatThrownBy(() -> Gate.differences(other, other)).hasMessageContaining("is no report of whyrst");
        assertThatThrownBy(() -> Gate.differences(cut, cut)).hasMessageContaining("line 2");
    }

    @Test
    void a_policy_written_from_a_report_is_kept_by_it() throws IOException {
        Path report = new ReportText()
                .capture("a.pcap", 50)
                .reset("a.pcap", ABORT, "10.0.0.1:80")
                .write(folder.resolve("report.json"));

        CheckResult result = check(report, Gate.policyFrom(List.of(report)));
        assertThat(result.violated()).isFalse();
        assertThat(result.rules()).extracting(RuleResult::status).containsOnly(Status.KEPT);
    }

    private RuleResult only(Path report, String rule) throws IOException {
        return check(report, "rules:\n  - name: it\n    " + rule + "\n").rules().get(0);
    }

    private CheckResult check(Path report, String policy) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), policy);
        return Gate.check(Gate.policy(file.toString()), List.of(report), Optional.empty(), TODAY);
    }
}
