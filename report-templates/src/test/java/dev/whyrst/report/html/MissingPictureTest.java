package dev.whyrst.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Place;
import dev.whyrst.report.ModelFixtures;
import dev.whyrst.report.Stories;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A picture that cannot be drawn is missed; its page is not. */
class MissingPictureTest {

    @Test
    void the_page_says_so_in_its_place_and_shows_the_rest() throws Exception {
        Attribution sound = Stories.handshakeTimeout().end("rst-1");
        List<Segment> segments = new ArrayList<>(sound.timeline().segments());
        // Of all that is on the page, only the picture asks what a segment bears.
        segments.set(0, with(segments.get(0), "payload", null));
        Timeline timeline = with(sound.timeline(), "segments", segments);
        Attribution broken = new Attribution(
                new Place("rst-1", timeline, sound.reset(), sound.repeatOf(), sound.peerFrame()),
                sound.observation(),
                sound.verdict());
        AnalysisSummary summary = ModelFixtures.summaryOf(List.of(broken));

        String page = page(summary, broken);

        assertThat(page)
                .contains(Pictures.MISSING, "SYN,ACK  seq 0  ack 1", "</html>")
                .doesNotContain("class=\"ladder\"");
        assertThat(page(summary, sound)).doesNotContain(Pictures.MISSING).contains("class=\"ladder\"");
        assertThat(summary.errors().sentences())
                .containsExactly("1 picture could not be drawn because of an internal error");
    }

    private static String page(AnalysisSummary summary, Attribution reset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFixtures.write(new HtmlReport(out, "1.0", frames -> Map.of()), summary, List.of(reset));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The record with another value. */
    @SuppressWarnings("unchecked")
    private static <R extends Record> R with(R record, String name, Object value) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals(name)
                    ? value
                    : components[i].getAccessor().invoke(record);
        }
        return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
    }
}
