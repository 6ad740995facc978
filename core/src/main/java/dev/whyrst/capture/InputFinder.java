package dev.whyrst.capture;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the files that arguments stand for: files, directories with all below them, patterns, standard input. */
final class InputFinder {

    private static final int MAX_DEPTH = 64;

    private final List<FoundInput> found = new ArrayList<>();
    private final List<String> directories = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    /**
     * Real places of files and directories that were found already: nothing is read twice, and links make no circles.
     */
    private final Set<String> seen = new HashSet<>();

    /** Finds in the order of the arguments; in directories numbers count by their value. */
    InputFinder(List<String> arguments) {
        for (String argument : arguments) {
            add(argument);
        }
    }

    /** Each file once, also when it was named twice. */
    List<FoundInput> found() {
        return found;
    }

    /** The arguments that are directories, without those in which something was found that is read anyway. */
    List<String> directories() {
        return directories;
    }

    /** One sentence for each folder whose entries cannot all be looked at. */
    List<String> notices() {
        return notices;
    }

    private void add(String argument) {
        File file = new File(argument);
        if (argument.equals(FoundInput.STANDARD_INPUT)) {
            if (seen.add(argument)) {
                found.add(FoundInput.named(argument));
            }
        } else if (file.isDirectory()) {
            directories.add(argument);
            addDirectory(file, argument, MAX_DEPTH);
        } else if (file.exists()) {
            addFile(file, "");
        } else if (GlobSearch.isPattern(argument)) {
            addMatches(argument);
        } else {
            addMissing(file);
        }
    }

    private void addMatches(String pattern) {
        List<File> matches = new GlobSearch(pattern).matches();
        if (matches.isEmpty()) {
            found.add(FoundInput.missing(pattern, "no such file, and no file matches the pattern"));
        }
        for (File match : matches) {
            if (match.exists()) {
                add(match.getPath());
            } else {
                addMissing(match);
            }
        }
    }

    private void addDirectory(File directory, String origin, int depth) {
        File[] entries = directory.listFiles();
        if (entries == null) {
            found.add(new FoundInput(directory.getPath(), origin, "no permission to list this directory"));
            return;
        }
        if (depth == 0 || !seen.add(realPath(directory))) {
            directories.remove(origin);
            return;
        }
        addUnnameable(directory, entries, origin);
        Arrays.sort(entries, FileOrder.INSTANCE);
        for (File entry : entries) {
            if (entry.isDirectory()) {
                addDirectory(entry, origin, depth - 1);
            } else if (entry.isFile()) {
                addFile(entry, origin);
            }
        }
    }

    private void addMissing(File file) {
        String reason = UnnameableFiles.is(file) ? UnnameableFiles.reason() : "no such file";
        found.add(FoundInput.missing(file.getPath(), reason));
    }

    /** What cannot be opened must not vanish: it may be the capture that matters. */
    private void addUnnameable(File directory, File[] entries, String origin) {
        File first = null;
        int unnameable = 0;
        for (File entry : entries) {
            if (UnnameableFiles.is(entry)) {
                first = first == null ? entry : first;
                unnameable++;
            }
        }
        if (unnameable > 0) {
            String reason = UnnameableFiles.reason(unnameable, entries.length, first);
            found.add(new FoundInput(directory.getPath(), origin, reason));
            notices.add(directory.getPath() + ": " + reason);
        }
    }

    private void addFile(File file, String origin) {
        if (seen.add(realPath(file))) {
            found.add(new FoundInput(file.getPath(), origin, ""));
        } else {
            directories.remove(origin);
        }
    }

    private static String realPath(File file) {
        try {
            return file.toPath().toRealPath().toString();
        } catch (IOException e) {
            return file.getAbsolutePath();
        }
    }
}
