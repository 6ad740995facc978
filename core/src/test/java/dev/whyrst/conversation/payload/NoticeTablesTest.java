package dev.whyrst.conversation.payload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.tables.DataTable;
import dev.whyrst.timeline.PayloadKind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of notices: a row that another one hides, or that nothing reads, would be dead knowledge. */
class NoticeTablesTest {

    static List<List<String>> notices() {
        return DataTable.read("server-notices", 5);
    }

    static List<List<String>> errors() {
        return DataTable.read("server-errors", 5);
    }

    @ParameterizedTest
    @MethodSource("notices")
    void a_payload_with_the_words_of_a_row_is_what_the_row_says(List<String> row) {
        List<String> group = DataTable.read("notice-words", 2).stream()
                .filter(word -> word.get(0).equals(row.get(1)))
                .map(word -> word.get(1))
                .toList();

        assertThat(group.isEmpty()).isEqualTo(row.get(1).isEmpty());
        for (String word : group.isEmpty() ? List.of("") : group) {
            String payload = row.get(0) + "so it says: " + word.toUpperCase(Locale.ROOT);
            assertThat(PayloadGlance.of(Payload.decoded(payload, 0))).isEqualTo(kind(row));
        }
    }

    @ParameterizedTest
    @MethodSource("errors")
    void an_error_with_the_code_of_a_row_is_what_the_row_says(List<String> row) {
        String payload =
                switch (row.get(0)) {
                    case "mysql" -> mysql(Integer.parseInt(row.get(1)));
                    case "postgresql" -> "E\0\0\0PSFATAL\0C" + row.get(1) + "\0Mover\0\0";
                    default -> "E\0\0\0PSFATAL\0C57P01\0M" + row.get(1) + "\0\0";
                };

        assertThat(PayloadGlance.of(Payload.decoded(payload, 0))).isEqualTo(kind(row));
    }

    @Test
    void the_first_character_must_be_as_it_stands_and_the_others_need_not() {
        assertThat(PayloadGlance.of(Payload.decoded("EXCEEDED maxstartups", 0))).isEqualTo(PayloadKind.LIMIT_NOTICE);
        assertThat(PayloadGlance.of(Payload.decoded("exceeded MaxStartups", 0))).isEqualTo(PayloadKind.OTHER);
    }

    private static String mysql(int code) {
        String text = "#08004over";
        return (char) (text.length() + 3) + "\0\0\0\u00ff" + (char) (code & 0xff) + (char) (code >> 8) + text;
    }

    private static PayloadKind kind(List<String> row) {
        return PayloadKind.valueOf(row.get(2).toUpperCase(Locale.ROOT) + "_NOTICE");
    }
}
