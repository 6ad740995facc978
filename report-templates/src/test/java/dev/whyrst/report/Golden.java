package dev.whyrst.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file of {@code src/test/resources/golden}; {@code -Dgolden.update=true} rewrites it instead. */
public final class Golden {

    private Golden() {}

    public static void assertSame(String name, String actual) throws IOException {
        Path file = Path.of("src/test/resources/golden", name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).as("%s (adopt with -Dgolden.update=true)", name).isEqualTo(Files.readString(file));
    }
}
