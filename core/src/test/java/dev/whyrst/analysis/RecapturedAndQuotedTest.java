package dev.whyrst.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.conversation.tracking.Packet;
import dev.whyrst.conversation.tracking.Tape;
import dev.whyrst.net.TcpFlags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analysis says of RSTs that were captured twice, and of conversations that ICMP errors quote. */
class RecapturedAndQuotedTest {

    private static final Packet SYN = Packet.syn(100, 1);
    private static final Packet REFUSAL = new Packet(false, TcpFlags.RST | TcpFlags.ACK, 0, 101, 0, 77, 60);

    @TempDir
    Path folder;

    private List<Attribution> analyse(Tape tape) throws IOException {
        Path file = tape.write(folder.resolve("tape.pcap"));
        AnalysisOptions options = new AnalysisOptions(
                List.of(file.toString()),
                Optional.empty(),
                Optional.empty(),
                responder -> OptionalLong.empty(),
                false,
                AnalysisLimits.defaults());
        Listing listing = new Listing();
        CaptureAnalysis.run(options, List.of(listing), (read, total, frames) -> {});
        return listing.attributions;
    }

    @Test
    void both_frames_of_a_reset_captured_twice_are_listed_as_one_event() throws IOException {
        Tape tape = new Tape().plain(SYN).plain(SYN.forwarded());
        tape.after(900).plain(REFUSAL).after(30).plain(REFUSAL.forwarded());

        List<Attribution> found = analyse(tape);

        assertThat(found).hasSize(2);
        assertThat(found.get(0).repeatOf()).isEmpty();
        assertThat(found.get(1).repeatOf()).contains(found.get(0).id());
        assertThat(found.get(1).cause()).isEqualTo(found.get(0).cause());
        assertThat(found.get(1).confidence()).isEqualTo(found.get(0).confidence());
        assertThat(found.get(1).evidence())
                .singleElement()
                .extracting(Evidence::statement)
                .asString()
                .contains("captured before")
                .contains("TTL is 1 lower");
    }

    @Test
    void an_icmp_error_that_speaks_of_a_filter_throws_doubt_on_a_port_without_listener() throws IOException {
        Tape tape = new Tape()
                .plain(SYN)
                .after(300)
                .icmpError(3, 13, 0xc0000263, SYN)
                .after(900)
                .plain(REFUSAL);

        Attribution attribution = analyse(tape).get(0);

        assertThat(attribution.cause()).isEqualTo(Cause.PORT_NOT_LISTENING);
        assertThat(attribution.evidence())
                .filteredOn(e -> e.statement().contains("ICMP"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.stance()).isEqualTo(Evidence.Stance.AGAINST);
                    assertThat(e.statement())
                            .startsWith("192.0.2.99 said by ICMP, ")
                            .contains("prohibited by a filter");
                    assertThat(e.frames()).extracting(at -> at.number()).containsExactly(2L);
                });
    }

    private static final class Listing implements ReportSink {

        private final List<Attribution> attributions = new ArrayList<>();

        @Override
        public void begin(AnalysisSummary summary) {}

        @Override
        public void accept(Attribution attribution) {
            attributions.add(attribution);
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }
}
