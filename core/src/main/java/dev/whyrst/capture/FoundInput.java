package dev.whyrst.capture;

/**
 * One file to read, or the reason why there is none.
 *
 * @param path as the user named it, or as it was found; {@code -} for standard input
 * @param origin the directory that the user named and in which the file was found; empty for a file named by the user
 * @param reason why nothing can be read, empty if it can be tried
 */
record FoundInput(String path, String origin, String reason) {

    static final String STANDARD_INPUT = "-";

    static FoundInput named(String path) {
        return new FoundInput(path, "", "");
    }

    static FoundInput missing(String path, String reason) {
        return new FoundInput(path, "", reason);
    }

    boolean isStandardInput() {
        return path.equals(STANDARD_INPUT);
    }

    /** What messages call it. */
    String title() {
        return isStandardInput() ? "standard input" : path;
    }

    boolean wasNamed() {
        return origin.isEmpty();
    }
}
