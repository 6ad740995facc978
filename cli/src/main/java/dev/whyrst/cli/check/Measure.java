package dev.whyrst.cli.check;

/**
 * A measured value beside its limit, as people read them.
 *
 * @param measured such as {@code 3}, or {@code 0.4% of 3,200 conversations}
 * @param limit such as {@code at most 0}
 * @param kept whether the value is within the limit
 */
record Measure(String measured, String limit, boolean kept) {

    String text() {
        return measured + ", " + limit;
    }
}
