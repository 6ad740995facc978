package dev.whyrst.filter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pcap4j.core.Pcaps;

/** Which libpcap there is to compile filters. */
public final class LibpcapVersion {

    /** Where pcap4j is told of another library than the system's. */
    private static final String OTHER_LIBRARY = "org.pcap4j.core.pcapLibName";

    private static final List<String> NAMES = List.of("libpcap.so", "libpcap.so.1", "libpcap.so.0.8");
    private static final String BEFORE_VERSION = "libpcap.so.";

    private LibpcapVersion() {}

    /**
     * Its name and version; empty where there is none. Linux tells it by the name of a file, which takes no time; to load it takes as
     * long as the analysis of a small capture.
     */
    public static Optional<String> text() {
        return System.getProperty(OTHER_LIBRARY) == null ? ofFile().or(LibpcapVersion::ofLibrary) : ofLibrary();
    }

    private static Optional<String> ofFile() {
        for (String folder : System.getProperty("java.library.path", "").split(File.pathSeparator, -1)) {
            for (String name : NAMES) {
                String real = realName(Path.of(folder, name));
                if (real.startsWith(BEFORE_VERSION) && real.indexOf('.', BEFORE_VERSION.length()) > 0) {
                    return Optional.of("libpcap version " + real.substring(BEFORE_VERSION.length()));
                }
            }
        }
        return Optional.empty();
    }

    private static String realName(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath().getFileName().toString() : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<String> ofLibrary() {
        try {
            return Optional.of(Pcaps.libVersion());
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }
}
