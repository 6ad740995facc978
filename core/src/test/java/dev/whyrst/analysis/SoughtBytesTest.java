package dev.whyrst.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SoughtBytesTest {

    /** Few letters, so that much nearly fits. */
    @Property
    void it_finds_what_a_plain_search_finds(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 40) String text,
            @ForAll @CharRange(from = 'A', to = 'C') @StringLength(min = 1, max = 4) String sought) {
        byte[] padded = ("abc" + text + "abc").getBytes(StandardCharsets.US_ASCII);

        assertThat(of(sought, false).isIn(padded, 3, text.length()))
                .isEqualTo(text.contains(sought.toLowerCase(Locale.ROOT)));
    }

    @Test
    void bytes_are_taken_as_they_are() {
        byte[] held = {0, 'A', (byte) 0xff};

        assertThat(of("A\u00ff", true).isIn(held, 0, held.length)).isTrue();
        assertThat(of("a\u00ff", true).isIn(held, 0, held.length)).isFalse();
        assertThat(of("a\u00ff", false).isIn(held, 0, held.length)).isTrue();
    }

    private static SoughtBytes of(String text, boolean exact) {
        return new SoughtBytes(text, text.getBytes(StandardCharsets.ISO_8859_1), exact);
    }
}
