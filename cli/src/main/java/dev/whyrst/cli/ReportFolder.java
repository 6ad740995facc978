package dev.whyrst.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The folder that takes the reports: all of them, or none unless a disk fails between two renamings.
 *
 * <p>Each report grows under a temporary name beside its place; {@link #commit} renames them, {@link #close} without
 * it removes them, and the folder too where it had to be made. So does the end of the process, such as by Ctrl-C.
 */
final class ReportFolder implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Path firstMade;
    private final Map<Path, Path> parts = new LinkedHashMap<>();
    private final Thread hook = new Thread(this::discard, "discard unfinished reports");
    private boolean over;

    private ReportFolder(Path folder, Path firstMade) {
        this.folder = folder;
        this.firstMade = firstMade;
    }

    /**
     * Opens the folder, and makes it and its parents where they are missing.
     *
     * @throws OutputException when that cannot be
     */
    static ReportFolder open(Path folder) throws OutputException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw OutputException.of(
                    folder, new FileSystemException(folder.toString(), null, "it is a file, not a folder"));
        }
        Path firstMade = firstMissing(folder.toAbsolutePath().normalize());
        ReportFolder opened = new ReportFolder(folder, firstMade);
        Runtime.getRuntime().addShutdownHook(opened.hook);
        try {
            if (firstMade != null) {
                Files.createDirectories(folder);
            }
            return opened;
        } catch (IOException e) {
            opened.close();
            throw OutputException.of(folder, e);
        }
    }

    /** A stream into the report of that name, which appears with {@link #commit}; its failures are {@link OutputException}s. */
    synchronized OutputStream create(String fileName) throws OutputException {
        Path target = folder.resolve(fileName);
        Path part =
                folder.resolve("." + fileName + "." + Long.toString(System.nanoTime(), Character.MAX_RADIX) + ".part");
        if (over) {
            throw stopped(target);
        }
        try {
            if (Files.isDirectory(target)) {
                throw new FileSystemException(target.toString(), null, "it is a folder");
            }
            OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            parts.put(part, target);
            return new BufferedOutputStream(new ReportStream(out, target), BUFFER);
        } catch (IOException e) {
            throw OutputException.of(target, e);
        }
    }

    /** Puts a whole text into the report of that name, as UTF-8. */
    void write(String fileName, String text) throws IOException {
        try (OutputStream out = create(fileName)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether a report of before is in the place of one of these. */
    synchronized boolean wouldReplace() {
        return parts.values().stream().anyMatch(Files::exists);
    }

    /** Puts all reports in place; their streams must be closed. */
    synchronized void commit() throws OutputException {
        if (over) {
            throw stopped(folder);
        }
        for (Map.Entry<Path, Path> part : parts.entrySet()) {
            try {
                Files.move(
                        part.getKey(),
                        part.getValue(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw OutputException.of(part.getValue(), e);
            }
        }
        over = true;
    }

    /** Leaves nothing behind, unless the reports are in place. */
    @Override
    public void close() {
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is running already and has no more to do.
        }
    }

    private synchronized void discard() {
        if (over) {
            return;
        }
        over = true;
        for (Path part : parts.keySet()) {
            deleteQuietly(part);
        }
        if (firstMade == null) {
            return;
        }
        Path made = folder.toAbsolutePath().normalize();
        while (made.startsWith(firstMade) && deleteQuietly(made)) {
            made = made.getParent();
        }
    }

    private static Path firstMissing(Path folder) {
        Path missing = null;
        Path at = folder;
        while (at != null && !Files.exists(at)) {
            missing = at;
            at = at.getParent();
        }
        return missing;
    }

    /** Best effort: it runs while another failure is on its way to the user. */
    private static boolean deleteQuietly(Path path) {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException e) {
            return false;
        }
    }

    private static OutputException stopped(Path path) {
        return OutputException.of(path, new IOException("the program is being stopped"));
    }
}
