package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.cli.settings.EndpointPattern;
import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConfiguredTimeoutsTest {

    private static final Endpoint IPV4 = new Endpoint(IpAddress.ofIpv4(0x0a00_001b), 8888);
    private static final Endpoint IPV6 = new Endpoint(new IpAddress(0x2001_0db8_0000_0000L, 1), 443);

    @Test
    void the_first_rule_that_matches_gives_the_timeout_and_the_option_the_rest() {
        ConfiguredTimeouts timeouts = new ConfiguredTimeouts(
                List.of(
                        new ConfiguredTimeouts.Rule(EndpointPattern.parse("10.0.0.27:8888"), 1),
                        new ConfiguredTimeouts.Rule(EndpointPattern.parse("10.0.0.0/8"), 2)),
                OptionalLong.of(3));

        assertThat(timeouts.of(IPV4)).hasValue(1);
        assertThat(timeouts.of(new Endpoint(IPV4.address(), 1))).hasValue(2);
        assertThat(timeouts.of(IPV6)).hasValue(3);
    }
}
