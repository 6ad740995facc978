package dev.whyrst.capture;

import java.io.File;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Finds the files that match a pattern such as {@code captures/2026-*}{@code /eth?.pcap*}, for shells that do not. */
final class GlobSearch {

    private static final int MAX_DEPTH = 64;

    private final String pattern;
    private final List<File> matches = new ArrayList<>();

    GlobSearch(String pattern) {
        this.pattern = pattern;
    }

    static boolean isPattern(String argument) {
        for (int i = 0; i < argument.length(); i++) {
            if ("*?[{".indexOf(argument.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Sorted; empty when nothing matches or the pattern is none. */
    List<File> matches() {
        int fixed = pattern.lastIndexOf(File.separatorChar, firstWildcard());
        String folder = fixed < 0 ? "" : pattern.substring(0, fixed + 1);
        String rest = pattern.substring(fixed + 1);
        try {
            FileSystem files = FileSystems.getDefault();
            int depth = rest.contains("**") ? MAX_DEPTH : files.getPath(rest).getNameCount();
            search(new File(folder.isEmpty() ? "." : folder), folder, "", files.getPathMatcher("glob:" + rest), depth);
        } catch (PatternSyntaxException | InvalidPathException e) {
            return List.of();
        }
        matches.sort(FileOrder.INSTANCE);
        return matches;
    }

    private void search(File directory, String folder, String below, PathMatcher matcher, int depth) {
        String[] names = directory.list();
        if (names == null || depth == 0) {
            return;
        }
        for (String name : names) {
            String relative = below + name;
            File file = new File(folder + relative);
            if (matcher.matches(path(relative))) {
                matches.add(file);
            } else if (file.isDirectory()) {
                search(file, folder, relative + File.separator, matcher, depth - 1);
            }
        }
    }

    /** A name that Java cannot express is matched by what can be expressed of it. */
    private static Path path(String relative) {
        try {
            return Path.of(relative);
        } catch (InvalidPathException e) {
            return Path.of(relative.replace('\ufffd', '?'));
        }
    }

    private int firstWildcard() {
        int at = 0;
        while (!isPattern(pattern.substring(at, at + 1))) {
            at++;
        }
        return at;
    }
}
