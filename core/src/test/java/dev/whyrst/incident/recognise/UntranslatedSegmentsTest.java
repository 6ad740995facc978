package dev.whyrst.incident.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.cases.CaseRows;
import dev.whyrst.incident.cases.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntranslatedSegmentsTest {

    private static final String CLIENT = "10.0.0.7:40000";
    private static final String SERVICE = "10.0.0.80:80";

    private final CaseRows rows = new CaseRows();

    @Test
    void a_segment_from_behind_the_translation_and_the_connection_that_dies_of_it_are_one_story() {
        rows.row(Behaviour.STRAY).of(CLIENT).by("192.168.0.5:8080").at(1).plain();
        rows.row(Behaviour.LOST).of(SERVICE).by(CLIENT).at(2).plain();

        assertThat(found()).containsExactly("nat-invalid-packet at 10.0.0.80:80 of 2");
    }

    @Test
    void a_segment_in_the_midst_of_a_conversation_that_met_another_host_is_told_by_itself() {
        rows.row(Behaviour.STRAY).of(SERVICE).with(Trait.MISDIRECTED);

        assertThat(found()).containsExactly("nat-invalid-packet at 10.0.0.80:80 of 1");
    }

    @Test
    void another_port_of_the_client_tells_nothing() {
        rows.row(Behaviour.STRAY).of(CLIENT).by("192.168.0.5:8080").at(1).plain();
        rows.row(Behaviour.LOST).of(SERVICE).by("10.0.0.7:40001").at(2).plain();

        assertThat(found()).isEmpty();
    }

    @Test
    void a_connection_that_dies_long_after_did_not_die_of_it() {
        rows.row(Behaviour.STRAY).of(CLIENT).by("192.168.0.5:8080").at(1).plain();
        rows.row(Behaviour.LOST).of(SERVICE).by(CLIENT).at(62).plain();

        assertThat(found()).isEmpty();
    }

    private List<String> found() {
        return RowScene.of(rows).after(new UntranslatedSegments());
    }
}
