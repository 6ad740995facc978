package dev.whyrst.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The manual page, in the language of {@code man(7)}, made from the tables of commands and options. */
final class ManPage {

    private final StringBuilder text = new StringBuilder(16_384);

    private ManPage() {}

    static String text() {
        return new ManPage().whole();
    }

    private String whole() {
        text.append(".TH WHYRST 1 \"\" \"whyrst\" \"User commands\"\n");
        section("NAME");
        line("whyrst - tells why TCP connections were reset");
        section("SYNOPSIS");
        Stream.of(Command.values()).filter(command -> command != Command.NONE).forEach(command -> {
            text.append(".B ").append(escaped(command.synopsis())).append("\n.br\n");
        });
        section("DESCRIPTION");
        line(Command.NONE.description());
        line("Nothing leaves the machine.");
        Stream.of(Command.values()).filter(command -> command != Command.NONE).forEach(this::command);
        section("EXIT STATUS");
        for (ExitStatus status : ExitStatus.values()) {
            item(String.valueOf(status.code()), status.meaning());
        }
        section("ENVIRONMENT");
        item("WHYRST_JAVA_OPTS", "options for Java, such as -Xmx8g");
        item("WHYRST_DEBUG", "1 shows stack traces");
        item("NO_COLOR", "switches colours off");
        item("COLUMNS", "width of the terminal");
        return text.toString();
    }

    private void command(Command command) {
        section("WHYRST " + command.word().toUpperCase(Locale.ROOT));
        line(command.description());
        List<String> examples = CommandExamples.of(command);
        if (!examples.isEmpty()) {
            text.append(".PP\n.nf\n");
            examples.forEach(example -> line("whyrst " + example));
            text.append(".fi\n");
        }
        command.options()
                .forEach(option -> item(
                        String.join(", ", option.names()) + (option.takesParameter() ? " " + option.parameter() : ""),
                        option.description()));
    }

    private void section(String name) {
        text.append(".SH \"").append(escaped(name)).append("\"\n");
    }

    private void item(String head, String body) {
        text.append(".TP\n.B ").append(escaped(head)).append('\n');
        line(body);
    }

    private void line(String line) {
        text.append(escaped(line)).append('\n');
    }

    /** Dots and apostrophes that begin a line are requests, backslashes escapes, and a plain dash is typeset as a hyphen. */
    private static String escaped(String line) {
        String escaped = line.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("~", "\\(ti");
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }
}
