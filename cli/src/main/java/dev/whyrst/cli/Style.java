package dev.whyrst.cli;

/** Colours for terminals that want them (ECMA-48 select graphic rendition), nothing for others. */
enum Style {
    PLAIN,
    COLOURED;

    private static final String RESET = "\u001b[0m";

    static Style of(AnalyzeSettings.When when, Terminal terminal) {
        return switch (when) {
            case ALWAYS -> COLOURED;
            case NEVER -> PLAIN;
            case AUTO -> automatic(terminal.outIsTerminal());
        };
    }

    /** Colours where a person reads, unless the environment forbids them. */
    static Style automatic(boolean isTerminal) {
        return isTerminal && !noColor() && !"dumb".equals(System.getenv("TERM")) ? COLOURED : PLAIN;
    }

    String heading(String text) {
        return paint("1", text);
    }

    String cause(String text) {
        return paint("36", text);
    }

    String warning(String text) {
        return paint("33", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    /** The convention of no-color.org: any value but the empty one. */
    private static boolean noColor() {
        String value = System.getenv("NO_COLOR");
        return value != null && !value.isEmpty();
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + RESET;
    }
}
