package dev.whyrst.capture;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The inputs of one run, each looked at once: those that will be read, those that cannot be, and what was skipped. */
final class Lineup implements Closeable {

    private static final int MAX_NAMES = 5;

    private final CaptureOptions options;
    private final boolean single;
    private final List<Runner> runners = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<FoundInput> skipped = new ArrayList<>();
    private CaptureException firstFailure;
    private int failures;

    /**
     * Finds and looks at the inputs.
     *
     * @throws CaptureException when none of them can be read
     */
    Lineup(List<String> arguments, CaptureOptions options) throws IOException {
        this.options = options;
        InputFinder finder = new InputFinder(arguments);
        this.single = finder.found().size() == 1;
        try {
            for (FoundInput found : finder.found()) {
                lookAt(found);
            }
        } catch (IOException e) {
            close();
            throw e;
        }
        notices.addAll(finder.notices());
        for (String directory : finder.directories()) {
            reviewDirectory(directory);
        }
        if (failures == runners.size()) {
            throw nothingToRead();
        }
    }

    /** Whether there is only one input, which is open then. */
    boolean isSingle() {
        return single;
    }

    /** In the order of their index; the failed ones among them give no frames. */
    List<Runner> runners() {
        return runners;
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    /** What is known so far of each input. */
    List<CaptureFile> files() {
        List<CaptureFile> files = new ArrayList<>();
        for (Runner runner : runners) {
            files.add(runner.input().file());
        }
        return List.copyOf(files);
    }

    long bytesRead() {
        long sum = 0;
        for (Runner runner : runners) {
            sum += runner.input().bytesRead();
        }
        return sum;
    }

    /** Bytes of all inputs that are read, or -1 when one of them is no file. */
    long bytesTotal() {
        long sum = 0;
        for (Runner runner : runners) {
            long size = runner.hasFailed() ? 0 : runner.input().size();
            if (size < 0) {
                return -1;
            }
            sum += size;
        }
        return sum;
    }

    @Override
    public void close() {
        for (Runner runner : runners) {
            runner.input().close();
        }
    }

    private void lookAt(FoundInput found) throws IOException {
        if (!found.reason().isEmpty()) {
            fail(found, CaptureException.unreadable(found.title(), found.reason(), null));
            return;
        }
        Runner runner = new Runner(found, options.standardInput(), runners.size());
        try {
            runner.prepare(single);
            runners.add(runner);
        } catch (CaptureException e) {
            if (e.isForeign() && !found.wasNamed()) {
                skipped.add(found);
            } else {
                fail(found, e);
            }
        }
    }

    private void fail(FoundInput found, CaptureException reason) {
        Runner failed = new Runner(found, options.standardInput(), runners.size());
        failed.fail(reason.reason());
        runners.add(failed);
        failures++;
        if (firstFailure == null) {
            firstFailure = reason;
        }
    }

    private void reviewDirectory(String directory) {
        int others = 0;
        StringBuilder names = new StringBuilder();
        for (FoundInput file : skipped) {
            if (file.origin().equals(directory)) {
                if (others++ < MAX_NAMES) {
                    names.append(others == 1 ? "" : ", ").append(file.path());
                }
            }
        }
        if (!holdsCapture(directory)) {
            String reason = "a directory without captures" + (others > 0 ? " (other files in it: " + others + ")" : "");
            fail(FoundInput.missing(directory, reason), CaptureException.unreadable(directory, reason, null));
        } else if (others > 0) {
            notices.add(directory + ": skipped what is no capture: " + names
                    + (others > MAX_NAMES ? " and " + (others - MAX_NAMES) + " more" : ""));
        }
    }

    private boolean holdsCapture(String directory) {
        for (Runner runner : runners) {
            if (runner.found().origin().equals(directory)) {
                return true;
            }
        }
        return false;
    }

    private CaptureException nothingToRead() {
        if (firstFailure == null) {
            return new CaptureException("no input was named; give a file, a directory, or - for standard input");
        }
        if (failures == 1) {
            return firstFailure;
        }
        return new CaptureException("none of the " + failures + " inputs can be read; " + firstFailure.getMessage());
    }
}
