package dev.whyrst.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.whyrst.attribution.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A server that resets in three ways is tested with policies that allow it, expect it, or do neither. */
class RecordResetsTest {

    @TempDir
    private Path folder;

    /** Ends of the tests by their names: empty where they passed. */
    private final Map<String, String> ends = new TreeMap<>();

    @BeforeEach
    void loopback_can_be_recorded() throws IOException {
        try {
            LoopbackRecorder.start(folder.resolve("trial.pcap")).stop();
        } catch (CannotRecordException e) {
            assumeTrue(false, e.getMessage());
        }
    }

    @Test
    void resets_that_a_test_allows_or_expects_do_not_fail_it() {
        run(Kept.class);

        assertThat(ends)
                .containsOnlyKeys(
                        "an_answer", "a_cancelled_connection", "unread_data", "a_refused_connection", "asks_itself")
                .allSatisfy((test, failure) -> assertThat(failure).as(test).isEmpty());
    }

    @Test
    void resets_that_it_does_not_name_fail_it_and_are_explained() throws IOException {
        run(Broken.class);

        assertThat(ends.get("a_cancelled_connection"))
                .contains("linger-zero-abort (")
                .contains("recorded in ");
        assertThat(ends.get("unread_data")).contains("close-with-unread-data (");
        assertThat(ends.get("a_refused_connection")).contains("port-not-listening (certain)");
        assertThat(ends.get("an_answer")).contains("there was no firewall-reject, which is expected");
        for (String failure : ends.values()) {
            Path recording = Path.of(failure.substring(failure.indexOf("recorded in ") + "recorded in ".length()));
            assertThat(recording).isNotEmptyFile();
            Files.delete(recording);
        }
    }

    private void run(Class<?> tests) {
        Launcher launcher = LauncherFactory.create();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(tests))
                        .build(),
                new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        if (test.isTest()) {
                            String name = test.getLegacyReportingName().replaceAll("\\(.*", "");
                            ends.put(
                                    name,
                                    result.getThrowable()
                                            .map(Throwable::getMessage)
                                            .orElse(""));
                        }
                    }
                });
    }

    /** Tests that {@link #run} runs. */
    static class Server {

        ResettingServer server;

        @BeforeEach
        void start(ResetRecording recording) throws IOException {
            server = new ResettingServer();
            recording.port(server.port());
        }

        @AfterEach
        void stop() throws IOException {
            server.close();
        }
    }

    static class Kept extends Server {

        @Test
        @RecordResets
        void an_answer() throws IOException {
            server.answer();
        }

        @Test
        @RecordResets(expect = Cause.LINGER_ZERO_ABORT)
        void a_cancelled_connection() throws IOException {
            server.cancel();
        }

        @Test
        @RecordResets(allow = Cause.CLOSE_WITH_UNREAD_DATA)
        void unread_data() throws IOException {
            server.closeUnread();
        }

        @Test
        @RecordResets(expect = Cause.PORT_NOT_LISTENING)
        void a_refused_connection() throws IOException {
            server.refuse();
        }

        @Test
        @RecordResets(allow = Cause.PORT_NOT_LISTENING)
        void asks_itself(ResetRecording recording) throws IOException {
            server.refuse();
            assertThat(recording.report().findings()).singleElement().satisfies(finding -> assertThat(
                            finding.conversation().responder().port())
                    .isEqualTo(server.port()));
        }
    }

    @RecordResets
    static class Broken extends Server {

        @Test
        void a_cancelled_connection() throws IOException {
            server.cancel();
        }

        @Test
        void unread_data() throws IOException {
            server.closeUnread();
        }

        @Test
        @RecordResets(allow = Cause.LINGER_ZERO_ABORT)
        void a_refused_connection() throws IOException {
            server.refuse();
        }

        @Test
        @RecordResets(expect = Cause.FIREWALL_REJECT)
        void an_answer() throws IOException {
            server.answer();
        }
    }
}
