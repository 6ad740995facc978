package dev.whyrst.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8TextTest {

    @Test
    void numbers_read_as_java_writes_them() {
        long number = 1;
        for (int i = 0; i < 19; i++) {
            for (long near : new long[] {number - 1, number, -number, 9 * number}) {
                assertThat(new Utf8Text(0).append(near)).hasToString(Long.toString(near));
            }
            number *= 10;
        }
        assertThat(new Utf8Text(0).append(Long.MAX_VALUE)).hasToString("9223372036854775807");
        assertThat(new Utf8Text(0).append(Long.MIN_VALUE)).hasToString("-9223372036854775808");
    }

    @Test
    void half_a_surrogate_pair_is_no_question_mark() {
        assertThat(new Utf8Text(0).append("why? \ud83d x \ud83d\ude00")).hasToString("why? \ufffd x \ud83d\ude00");
    }

    @Test
    void what_is_put_together_arrives_as_it_would_from_a_string() throws IOException {
        Utf8Text inner = new Utf8Text(0).append("\u27e8SYN \u2192 RST\u27e9").append('|');
        Utf8Text text = new Utf8Text(4)
                .append("frame ")
                .append(7)
                .append("")
                .append(true)
                .append(inner);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text.drainTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("frame 7true\u27e8SYN \u2192 RST\u27e9|");
        assertThat(text.isEmpty()).isTrue();
    }
}
