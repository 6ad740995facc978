package dev.whyrst.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.report.html.View.Block;
import dev.whyrst.report.html.View.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void markdown_joins_wrapped_lines_and_marks_code() {
        assertThat(Markdown.blocks("First\nline.\n\n- one `code` and\n  more\n- two\n\nA ` alone."))
                .containsExactly(
                        new Block(false, List.of(List.of(new Span("First line.", false)))),
                        new Block(
                                true,
                                List.of(
                                        List.of(
                                                new Span("one ", false),
                                                new Span("code", true),
                                                new Span(" and more", false)),
                                        List.of(new Span("two", false)))),
                        new Block(false, List.of(List.of(new Span("A ` alone.", false)))));
        assertThat(Markdown.blocks("")).isEmpty();
    }
}
