package dev.whyrst.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.incident.IncidentKind;
import org.junit.jupiter.api.Test;

/** Commands that can be pasted. */
class CommandsTest {

    @Test
    void they_name_the_port_and_the_host_of_the_incident() {
        assertThat(addressed("`ss -ltn 'sport = :PORT'` on HOST", "10.0.0.27:8888"))
                .isEqualTo("`ss -ltn 'sport = :8888'` on 10.0.0.27");
        assertThat(addressed("`traceroute -T -p PORT HOST`", "[2001:db8::27]:443"))
                .isEqualTo("`traceroute -T -p 443 2001:db8::27`");
    }

    @Test
    void of_a_host_without_a_port_they_leave_the_port_open() {
        assertThat(addressed("`traceroute -T -p PORT HOST`", "2001:db8::27"))
                .isEqualTo("`traceroute -T -p PORT 2001:db8::27`");
    }

    @Test
    void who_scanned_is_no_host_to_look_at_but_the_source() {
        assertThat(Commands.addressed("ip.dst==SOURCE at HOST", IncidentKind.SCAN, "10.9.9.9"))
                .isEqualTo("ip.dst==10.9.9.9 at HOST");
    }

    private static String addressed(String commands, String endpoint) {
        return Commands.addressed(commands, IncidentKind.SERVICE_DOWN, endpoint);
    }
}
