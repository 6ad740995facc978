package dev.whyrst.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The tests that README.md shows compile and do not fail; where nothing can be recorded they are skipped. */
class ReadmeExampleTest {

    private static final String BEGIN = "```java\n";

    @TempDir
    private Path folder;

    @Test
    void the_tests_of_the_readme_compile_and_do_not_fail() throws Exception {
        compile(Files.writeString(folder.resolve("OrdersTest.java"), example()));

        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(loader.loadClass("OrdersTest")))
                                    .build(),
                            listener);
        }

        assertThat(listener.getSummary().getTestsFoundCount()).isEqualTo(2);
        assertThat(listener.getSummary().getFailures())
                .extracting(failure -> failure.getException().getMessage())
                .isEmpty();
    }

    private void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = System.getProperty("java.class.path") + File.pathSeparator + folder;
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", path);
            assertThat(compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjects(source))
                            .call())
                    .as(complaints.toString())
                    .isTrue();
        }
    }

    private static String example() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        return readme.substring(from, readme.indexOf("```", from));
    }
}
