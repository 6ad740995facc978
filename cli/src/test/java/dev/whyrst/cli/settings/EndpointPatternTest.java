package dev.whyrst.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointPatternTest {

    private static final Endpoint IPV4 = new Endpoint(IpAddress.ofIpv4(0x0a00_001b), 8888);
    private static final Endpoint IPV6 = new Endpoint(new IpAddress(0x2001_0db8_0000_0000L, 1), 443);

    @ParameterizedTest
    @CsvSource({
        "10.0.0.27:8888,        true",
        "10.0.0.27:8889,        false",
        "10.0.0.28:8888,        false",
        "10.0.0.27,             true",
        "10.0.0.0/8:8888,       true",
        "10.0.0.27/32,          true",
        "11.0.0.0/8:8888,       false",
        "0.0.0.0/0,             true",
        ":8000-8999,            true",
        ":8889-8999,            false",
        "*:8888,                true",
        "*,                     true",
        "[2001:db8::/32]:8888,  false",
        "::/0,                  true"
    })
    void an_ipv4_endpoint_is_matched_by_address_block_and_port_range(String pattern, boolean matches) {
        assertThat(EndpointPattern.parse(pattern).matches(IPV4)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "[2001:db8::1]:443,     true",
        "[2001:db8::1]:444,     false",
        "[2001:db8::/32]:443,   true",
        "[2001:db9::/32]:443,   false",
        "[2001:db8::/65],       true",
        "2001:db8::1,           true",
        "2001:db8::2,           false",
        "2001:db8::/127,        true",
        "2001:db8::2/127,       false",
        "0.0.0.0/0,             false"
    })
    void an_ipv6_endpoint_is_matched_by_address_block_and_port_range(String pattern, boolean matches) {
        assertThat(EndpointPattern.parse(pattern).matches(IPV6)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "db.example.com:5432,   no IP address",
        "10.0.0.300:80,         no IP address",
        "10.0.0:80,             no IP address",
        "[10.0.0.1:80,          no IP address",
        "10.0.0.0/33:80,        no valid prefix length",
        "2001:db8::/129,        no valid prefix length",
        "2001:db8:::1,          no IP address",
        "10.0.0.1:,             without a port",
        "10.0.0.1:70000,        no valid port",
        "10.0.0.1:http,         no valid port",
        "10.0.0.1:90-80,        ends before it begins",
        "'',                    is empty"
    })
    void a_wrong_pattern_is_refused_with_the_reason(String pattern, String complaint) {
        assertThatThrownBy(() -> EndpointPattern.parse(pattern))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(complaint);
    }
}
