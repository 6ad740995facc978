package dev.whyrst.scenario;

/** A scenario that cannot be read or played; the message is one sentence that begins with the number of the line. */
public final class ScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScenarioException(int line, String problem) {
        super("line " + line + ": " + problem);
    }
}
