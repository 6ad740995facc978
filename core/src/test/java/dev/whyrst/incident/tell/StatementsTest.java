package dev.whyrst.incident.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseRows;
import dev.whyrst.incident.cases.PeerNames;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.KnownFacts;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Stories;
import dev.whyrst.incident.scene.Story;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentences in which stories are told. */
class StatementsTest {

    private static final int CLIENT = 7;

    private final CaseRows rows = new CaseRows();

    @Test
    void an_only_client_is_named_once_and_its_connections_are_counted() {
        add(Behaviour.CLIENT_GONE, 80, CLIENT, 1, Trait.ASKED);

        assertThat(told(IncidentKind.CLIENT_TIMEOUTS))
                .isEqualTo("Client 10.0.0.7 left 10.0.0.80:80 before the answers were complete, at 00:00:01:"
                        + " 1 connection broken off.");
    }

    @Test
    void clients_that_never_asked_gave_up_connecting() {
        add(Behaviour.CLIENT_GONE, 80, CLIENT, 1);
        add(Behaviour.CLIENT_GONE, 80, CLIENT + 1, 2);

        assertThat(told(IncidentKind.CLIENT_TIMEOUTS))
                .isEqualTo("Clients gave up connecting to 10.0.0.80:80 from 00:00:01 to 00:00:02:"
                        + " 2 attempts of 2 clients failed.");
    }

    @Test
    void a_port_refused_from_the_first_refusal_to_the_last_whatever_else_was_reset() {
        add(Behaviour.CLIENT_DONE, 80, CLIENT, 1);
        add(Behaviour.REFUSED, 80, CLIENT, 3);
        add(Behaviour.REFUSED, 80, CLIENT, 5);
        add(Behaviour.CLIENT_DONE, 80, CLIENT, 9);

        assertThat(told(IncidentKind.SERVICE_DOWN))
                .isEqualTo("10.0.0.80:80 refused connections from 00:00:03 to 00:00:05:"
                        + " 2 connections of client 10.0.0.7 refused within 2.0 s, 2 others reset.");
    }

    @Test
    void a_queue_was_full_when_connections_met_it() {
        rows.row(Behaviour.OVERFLOW).of("10.0.0.80:80").at(63).endedBefore(61.5).with(Trait.VERDICT_HIGH);
        rows.row(Behaviour.OVERFLOW).of("10.0.0.80:80").at(65).endedBefore(62.5).with(Trait.VERDICT_HIGH);

        assertThat(told(IncidentKind.QUEUE_OVERFLOW))
                .startsWith("The accept queue of 10.0.0.80:80 was full from 00:00:01 to 00:00:02:");
    }

    @Test
    void what_passed_the_translation_is_not_counted_as_a_connection_of_the_service() {
        add(Behaviour.LOST, 80, CLIENT, 1, Trait.ASKED);
        add(Behaviour.STRAY, 50_000, CLIENT + 9, 1);

        assertThat(told(IncidentKind.NAT_INVALID_PACKET))
                .isEqualTo("Segments of 10.0.0.80:80 passed NAT untranslated at 00:00:01:"
                        + " 1 connection of client 10.0.0.7 lost.");
    }

    @Test
    void a_filter_that_let_no_connection_through_refused_them() {
        add(Behaviour.FILTERED, 80, CLIENT, 1);

        assertThat(told(IncidentKind.POLICY_DEVICE))
                .isEqualTo("A packet filter on the path to 10.0.0.80:80 refused connections at 00:00:01:"
                        + " 1 connection of client 10.0.0.7 cut off.");
    }

    @Test
    void a_device_whose_resets_were_ignored_cut_nothing_off() {
        add(Behaviour.CUT_ON_PATH, 80, CLIENT, 1, Trait.IGNORED);

        assertThat(told(IncidentKind.POLICY_DEVICE))
                .isEqualTo("A device on the path to 10.0.0.80:80 sent forged resets, which were ignored, at 00:00:01:"
                        + " 1 connection of client 10.0.0.7 went on.");

        add(Behaviour.CUT_ON_PATH, 80, CLIENT, 2);

        assertThat(told(IncidentKind.POLICY_DEVICE))
                .endsWith("1 connection of client 10.0.0.7 cut off, 1 more went on.");
    }

    @Test
    void how_sure_the_verdicts_are_is_heard_in_the_sentence() {
        add(Trait.CUT_SHORT, Behaviour.REFUSED, 80, CLIENT, 1);
        assertThat(told(IncidentKind.SERVICE_DOWN))
                .startsWith("10.0.0.80:80 probably refused connections at 00:00:01:");

        add(Trait.VERDICT_LOW, Behaviour.REFUSED, 80, CLIENT, 2);
        add(Trait.VERDICT_LOW, Behaviour.REFUSED, 80, CLIENT, 3);
        assertThat(told(IncidentKind.SERVICE_DOWN)).startsWith("It looks as if 10.0.0.80:80 refused connections from");
        assertThat(told(IncidentKind.CONNECTIONS_KILLED)).startsWith("It looks as if live connections of 10.0.0.80:80");
        assertThat(told(IncidentKind.TLS_HANDSHAKE_FAILURE)).startsWith("It looks as if TLS handshakes with");
        assertThat(told(IncidentKind.NORMAL_NOISE)).doesNotContain("looks", "probably");
    }

    @Test
    void a_name_that_the_capture_cut_shows_that_it_was_cut() {
        rows.row(Behaviour.CUT_ON_PATH).name("blocked.examp\u2026").with(Trait.ASKED);

        assertThat(told(IncidentKind.POLICY_DEVICE)).endsWith("all that gave a name asked for blocked.examp\u2026.");
    }

    private void add(Behaviour behaviour, int port, int client, int second, Trait... traits) {
        add(Trait.VERDICT_HIGH, behaviour, port, client, second, traits);
    }

    private void add(Trait sureness, Behaviour behaviour, int port, int client, int second, Trait... traits) {
        Trait[] all = Arrays.copyOf(traits, traits.length + 1);
        all[traits.length] = sureness;
        rows.row(behaviour)
                .of("10.0.0.80:" + port)
                .by("10.0.0." + client + ":40000")
                .at((double) second)
                .with(all);
    }

    private String told(IncidentKind kind) {
        Scene scene = new Scene(rows.cases(), rows.endpoints(), new KnownFacts(), List.of());
        Stories stories = scene.stories();
        Story story = stories.tell(kind, rows.cases().service(0), stories.free(row -> true));
        return new Statements(scene, new PeerNames(), new Silences(scene), new Scopes(scene)).of(story);
    }
}
