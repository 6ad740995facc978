package dev.whyrst.cli;

import java.util.List;

/** The options: one row each for the parsers, the help and the suggestions. */
enum Option {
    OUT("-o", "--out", "DIR", "folder for the reports, made if absent (default: whyrst-report)"),
    FORMAT("-f", "--format", "LIST", "reports to write, joined by commas: html, csv, json (default: all three)"),
    SO_RCVTIMEO(
            "",
            "--so-rcvtimeo",
            "TIME",
            "SO_RCVTIMEO, or the connect timeout, of the programs in the capture: a number with one of the units ns, us,"
                    + " ms, s, m, h, such as 100ms"),
    CONFIG(
            "",
            "--config",
            "FILE",
            "YAML or JSON file with timeouts by endpoint, idle timers of devices, and values of options; none for no file"
                    + " (default: whyrst.yaml in the working folder, or else beside the capture)"),
    FILTER("", "--filter", "EXPR", "look only at frames that match this capture filter, such as 'host 10.0.0.27'"),
    SINCE(
            "",
            "--since",
            "TIME",
            "look only at frames from this time on: in UTC, such as 2026-11-20T15:01:27Z, or since the first frame, such as"
                    + " +10m"),
    UNTIL("", "--until", "TIME", "look only at frames up to this time"),
    FIND(
            "",
            "--find",
            "TEXT",
            "tell which conversations hold this text in clear (a host name, a request id), or bytes such as 0x160301, and"
                    + " what became of each"),
    PEER_CAPTURE(
            "",
            "--peer-capture",
            "FILE",
            "the same traffic recorded at another point, by another clock, perhaps behind NAT"),
    POLICY(
            "",
            "--policy",
            "FILE",
            "what the traffic has to keep: a YAML or JSON file, or one that ships: strict, web-service, database-pool,"
                    + " load-test, security-test"),
    BASELINE(
            "",
            "--baseline",
            "FILE",
            "a report.json of before: limits count only what is new or worse since (without --policy: strict)"),
    RESULTS(
            "",
            "--results",
            "LIST",
            "results to write into the folder, joined by commas: junit, sarif, gitlab, tap, markdown; github prints"
                    + " annotations"),
    INIT("", "--init", "", "print a policy that the input keeps as it is, instead of judging it"),
    PER_FILE("", "--per-file", "", "take each file for a trace of its own instead of all files for parts of one trace"),
    MAX_CONVERSATIONS(
            "",
            "--max-conversations",
            "N",
            "conversations followed at the same time; beyond it idle ones are given up (default: 8000000, fewer with little memory)"),
    JOBS("", "--jobs", "N", "threads that work; the reports are the same with any number (default: one for each core)"),
    QUIET("-q", "--quiet", "", "print errors only"),
    VERBOSE("-v", "--verbose", "", "tell on standard error what is used, and how long it takes"),
    COLOR(
            "",
            "--color",
            "WHEN",
            "colours: auto, always or never (default: auto; NO_COLOR in the environment switches them off)"),
    HELP("-h", "--help", "", "show this help"),
    VERSION("-V", "--version", "", "show the version");

    private final String shortName;
    private final String longName;
    private final String parameter;
    private final String description;

    Option(String shortName, String longName, String parameter, String description) {
        this.shortName = shortName;
        this.longName = longName;
        this.parameter = parameter;
        this.description = description;
    }

    String longName() {
        return longName;
    }

    /** The names that users may type. */
    List<String> names() {
        return shortName.isEmpty() ? List.of(longName) : List.of(shortName, longName);
    }

    boolean takesParameter() {
        return !parameter.isEmpty();
    }

    /** What stands for the parameter in the help. */
    String parameter() {
        return parameter;
    }

    String description() {
        return description;
    }
}
