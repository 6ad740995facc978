package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md says of whyrst as a library. */
class ReadmeExampleTest {

    private static final String BEGIN = "```java\n";

    @TempDir
    private Path folder;

    @Test
    void the_example_of_the_library_compiles_against_the_public_classes() throws IOException {
        Path source = folder.resolve("Example.java");
        Files.writeString(source, example());
        StringWriter complaints = new StringWriter();

        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        boolean compiles;
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            compiles = compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
        }

        assertThat(compiles).as(complaints.toString()).isTrue();
    }

    private static String example() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        assertThat(from).isGreaterThanOrEqualTo(BEGIN.length());
        return readme.substring(from, readme.indexOf("```", from));
    }
}
