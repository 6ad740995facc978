package dev.whyrst.incident.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointTableTest {

    private final EndpointTable table = new EndpointTable();

    @Test
    void ten_thousand_endpoints_keep_their_numbers_and_hosts() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            numbers.add(table.of(endpoint(i)));
        }
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(table.size()).isEqualTo(10_000 + 100);
        for (int i = 0; i < 10_000; i++) {
            int number = numbers.get(i);
            assertThat(table.of(endpoint(i))).isEqualTo(number);
            assertThat(table.endpoint(number)).isEqualTo(endpoint(i));
            assertThat(table.find(table.hostOf(number), endpoint(i).port())).isEqualTo(number);
            assertThat(table.isHost(number)).isFalse();
        }
    }

    @Test
    void a_host_comes_before_its_first_endpoint_and_is_its_own() {
        int service = table.of(endpoint(7));
        int host = table.hostOf(service);
        assertThat(host).isZero();
        assertThat(table.isHost(host)).isTrue();
        assertThat(table.hostOf(host)).isEqualTo(host);
        assertThat(table.text(host)).isEqualTo("10.0.0.7");
        assertThat(table.text(service)).isEqualTo("10.0.0.7:0");
    }

    @Test
    void what_was_never_mentioned_is_not_found() {
        int host = table.hostOf(table.of(endpoint(7)));
        assertThat(table.find(host, 443)).isNegative();
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void a_frozen_table_knows_what_it_knew_and_no_more() {
        int known = table.of(endpoint(7));
        table.freeze();
        assertThat(table.of(endpoint(7))).isEqualTo(known);
        assertThat(table.of(endpoint(8))).isZero();
        assertThat(table.of(endpoint(107))).isZero();
        assertThat(table.size()).isEqualTo(2);
    }

    /** A hundred hosts, each with ports from 0 on. */
    private static Endpoint endpoint(int i) {
        return new Endpoint(IpAddress.ofIpv4(0x0a00_0000 | i % 100), i / 100);
    }
}
