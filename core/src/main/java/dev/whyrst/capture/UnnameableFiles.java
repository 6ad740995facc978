package dev.whyrst.capture;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;

/**
 * Files whose names Java cannot express: bytes that are no UTF-8, or in a locale such as POSIX all that is not ASCII. A folder lists them,
 * but by what it says they cannot be opened.
 */
final class UnnameableFiles {

    /** What stands in a name for what could not be decoded. */
    private static final String UNDECODED = "\ufffd?";

    private UnnameableFiles() {}

    /** Whether this is what became of such a name. */
    static boolean is(File file) {
        return isMarked(file.getName()) && !file.exists() && !isLink(file);
    }

    private static boolean isMarked(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (UNDECODED.indexOf(name.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Why one that was named cannot be read. */
    static String reason() {
        return "no such file; " + inexpressible("its name") + ": rename it";
    }

    /** Why some entries of a folder cannot be read. */
    static String reason(int unnameable, int entries, File first) {
        boolean one = unnameable == 1;
        return unnameable + " of " + entries + " entries could not be opened; "
                + inexpressible(one ? "its name" : "their names")
                + (one ? ": rename it (" : ": rename them (") + first.getName() + (one ? ")" : " and others)");
    }

    private static String inexpressible(String names) {
        return names + " may have bytes that Java cannot express here (sun.jnu.encoding is "
                + System.getProperty("sun.jnu.encoding") + ")";
    }

    private static boolean isLink(File file) {
        try {
            return Files.isSymbolicLink(file.toPath());
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
