package dev.whyrst.report.html.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.report.html.drawing.Svg.Ink;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Texts of a picture end inside of it. */
class LabelsInsideTest {

    private static final Pattern X = Pattern.compile("<text[^>]* x=\"(\\d+)\"");

    @Test
    void a_text_that_fits_stands_where_it_was_put() {
        assertThat(x(40, "start", "trigger")).isEqualTo(40);
        assertThat(x(100, "middle", "trigger")).isEqualTo(100);
        assertThat(x(100, "end", "trigger")).isEqualTo(100);
    }

    @Test
    void one_that_would_reach_beyond_an_edge_is_moved_inwards() {
        // 16 characters of 6.71 units in a picture of 200.
        assertThat(x(100, "start", "after 161.925 ms")).isEqualTo(200 - 2 - 108);
        assertThat(x(190, "middle", "after 161.925 ms")).isEqualTo(200 - 2 - 54);
        assertThat(x(10, "middle", "after 161.925 ms")).isEqualTo(2 + 54);
        assertThat(x(20, "end", "after 161.925 ms")).isEqualTo(2 + 108);
    }

    @Test
    void one_that_is_wider_than_the_picture_begins_inside() {
        assertThat(x(100, "start", "x".repeat(100))).isEqualTo(2);
    }

    private static int x(int wanted, String anchor, String text) {
        Svg svg = new Svg("id", "ladder", 200, 50, "title", "description");
        svg.text(Ink.PLAIN, wanted, 20, anchor, text);
        Matcher found = X.matcher(svg.end());
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
