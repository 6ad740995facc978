package dev.whyrst.incident.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseRows;
import dev.whyrst.incident.cases.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndedInTroubleTest {

    private final CaseRows rows = new CaseRows();

    @Test
    void a_client_that_left_a_service_in_trouble_is_a_consequence() {
        rows.row(Behaviour.REFUSED).at(5).plain();
        rows.row(Behaviour.CLIENT_GONE).at(5.9).plain();

        assertThat(after(IncidentKind.SERVICE_DOWN)).containsExactly("service-down at 10.0.0.80:80 of 2");
    }

    @Test
    void one_that_left_when_it_was_over_is_not() {
        rows.row(Behaviour.REFUSED).at(5).plain();
        rows.row(Behaviour.CLIENT_GONE).at(6.1).plain();

        assertThat(after(IncidentKind.SERVICE_DOWN)).containsExactly("service-down at 10.0.0.80:80 of 1");
    }

    @Test
    void nor_one_that_left_a_service_with_a_rule() {
        rows.row(Behaviour.REFUSED).at(5).plain();
        rows.row(Behaviour.CLIENT_GONE).at(5.5).plain();

        assertThat(after(IncidentKind.POLICY_ON_SERVER)).containsExactly("policy-on-server at 10.0.0.80:80 of 1");
    }

    @Test
    void nor_one_that_a_full_server_had_served() {
        rows.row(Behaviour.SERVER_CLOSED).at(5).plain();
        rows.row(Behaviour.CLIENT_GONE).at(5.5).with(Trait.ANSWERED);

        assertThat(after(IncidentKind.CONNECTION_LIMIT)).containsExactly("connection-limit at 10.0.0.80:80 of 1");
    }

    private List<String> after(IncidentKind trouble) {
        return RowScene.of(rows).with(trouble, "10.0.0.80:80", 0).after(new EndedInTrouble());
    }
}
