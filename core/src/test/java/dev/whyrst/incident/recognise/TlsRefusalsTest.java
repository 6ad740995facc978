package dev.whyrst.incident.recognise;

import static dev.whyrst.incident.cases.Trait.TLS;
import static dev.whyrst.incident.cases.Trait.TLS_REFUSED;
import static dev.whyrst.incident.cases.Trait.TLS_SERVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.cases.CaseRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsRefusalsTest {

    private final CaseRows rows = new CaseRows();

    @Test
    void a_third_that_refused_the_certificate_tell_what_is_wrong() {
        rows.row(Behaviour.CLIENT_DONE).at(1).with(TLS, TLS_REFUSED);
        rows.row(Behaviour.CLIENT_DONE).at(2).times(2, 1, TLS);

        assertThat(found()).containsExactly("tls-handshake-failure at 10.0.0.80:80 of 3");
    }

    @Test
    void one_of_four_is_an_exception() {
        rows.row(Behaviour.CLIENT_DONE).at(1).with(TLS, TLS_REFUSED);
        rows.row(Behaviour.CLIENT_DONE).at(2).times(3, 1, TLS);

        assertThat(found()).isEmpty();
    }

    @Test
    void connections_that_were_served_are_none_of_it() {
        rows.row(Behaviour.CLIENT_DONE).at(1).times(3, 1, TLS, TLS_SERVED);

        assertThat(found()).isEmpty();
    }

    private List<String> found() {
        return RowScene.of(rows).after(new TlsRefusals());
    }
}
