package dev.whyrst.cli;

/** What the process tells its caller; the help text lists these. */
enum ExitStatus {
    DONE(0, "done"),
    POLICY_VIOLATED(1, "a policy is violated"),
    USAGE(
            2,
            "wrong usage or configuration, a filter or a time that leaves no frame, or a peer capture that is not there; no report was"
                    + " written"),
    INPUT(
            3,
            "an input could not be read, or is damaged; what could be read is reported all the same; where nothing could, a report of before stays"),
    OUTPUT(
            4,
            "the output could not be written, or an internal error; where that cost single verdicts, the rest is reported"),
    INTERRUPTED(130, "stopped by Ctrl-C; no report was written");

    private final int code;
    private final String meaning;

    ExitStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
