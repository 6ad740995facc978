package dev.whyrst.conversation.failures;

import static dev.whyrst.timeline.FailureKind.SERVER_ERROR;
import static dev.whyrst.timeline.FailureKind.SYN_UNANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.timeline.Failure;
import dev.whyrst.timeline.FrameRef;
import org.junit.jupiter.api.Test;

/** Failures are counted in bounded memory, and taken back without a trace. */
class FailureTableTest {

    private static final IpAddress SCANNER = IpAddress.ofIpv4(0x0a00_0001);
    private static final IpAddress CLIENT = IpAddress.ofIpv4(0x0a00_0002);
    private static final Endpoint SERVICE = service(443);

    private final FailureTable table = new FailureTable();

    @Test
    void a_scan_of_more_services_than_there_is_room_for_leaves_room_for_a_real_failure() {
        for (int i = 0; i < FailureTable.MOST_ENTRIES + 2000; i++) {
            table.add(SYN_UNANSWERED, service(1 + i), "", SCANNER, frame(i));
        }
        table.add(SERVER_ERROR, SERVICE, "", CLIENT, frame(20_000));

        assertThat(table.beyond()).isZero();
        assertThat(table.all())
                .hasSize(2)
                .satisfiesExactly(
                        scan -> {
                            assertThat(scan.connections()).isEqualTo(FailureTable.MOST_ENTRIES + 2000);
                            assertThat(scan.services()).isEqualTo(Failure.MOST_SERVICES);
                            assertThat(scan.detail()).isEqualTo("all of 10.0.0.1");
                        },
                        real -> assertThat(real.kind()).isEqualTo(SERVER_ERROR));
    }

    @Test
    void a_service_that_others_got_no_answer_from_either_is_no_part_of_the_scan() {
        table.add(SYN_UNANSWERED, SERVICE, "", CLIENT, frame(1));
        table.add(SYN_UNANSWERED, SERVICE, "", SCANNER, frame(2));
        for (int i = 0; i < FailureTable.MANY_SERVICES; i++) {
            table.add(SYN_UNANSWERED, service(5000 + i), "", SCANNER, frame(10 + i));
        }

        assertThat(table.all()).extracting(Failure::services).containsExactly((long) FailureTable.MANY_SERVICES, 1L);
    }

    @Test
    void what_goes_on_after_all_is_taken_back_with_its_frame_and_its_client() {
        table.add(SERVER_ERROR, SERVICE, "", SCANNER, frame(1));
        table.add(SERVER_ERROR, SERVICE, "", CLIENT, frame(2));
        table.remove(SERVER_ERROR, SERVICE, "", SCANNER, frame(1));

        assertThat(table.all()).singleElement().satisfies(left -> {
            assertThat(left.connections()).isEqualTo(1);
            assertThat(left.clients()).isEqualTo(1);
            assertThat(left.frames()).containsExactly(frame(2));
        });

        table.remove(SERVER_ERROR, SERVICE, "", CLIENT, frame(2));

        assertThat(table.all()).isEmpty();
    }

    private static Endpoint service(int number) {
        return new Endpoint(IpAddress.ofIpv4(0x0a01_0000 + (number >> 15)), number & 0x7fff);
    }

    private static FrameRef frame(long number) {
        return new FrameRef(0, number);
    }
}
