package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script as users call it, beside a jar that leads to the classes under test. */
class LauncherTest {

    private static final Path SCRIPT = Path.of("../whyrst");

    @TempDir
    private Path folder;

    private Path home;

    /** What a process said and how it ended. */
    private record Ended(int status, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        assumeTrue(File.separatorChar == '/');
        home = Files.createDirectories(folder.resolve("my tools/whyrst"));
        Files.copy(SCRIPT, home.resolve("whyrst"));
        Path target = Files.createDirectories(home.resolve("cli/target"));
        writeJar(target.resolve("whyrst.jar"));
        // As if the start-up archive had been tried before: it would only cost time here.
        Path archive =
                Files.createFile(target.resolve("whyrst-" + System.getProperty("java.runtime.version") + ".jsa"));
        Files.setLastModifiedTime(archive, FileTime.fromMillis(Long.MAX_VALUE / 2_000_000));
    }

    @Test
    void it_works_by_a_link_with_spaces_from_any_folder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), home.resolve("whyrst"));
        TinyCapture.in(folder);
        Ended ended = run(folder, link.toString(), "analyze", "refused.pcap", "-f", "json");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("port-not-listening");
        assertThat(folder.resolve("whyrst-report/report.json")).exists();
    }

    @Test
    void it_passes_on_exit_status_and_arguments() throws Exception {
        Ended ended = run(folder, home.resolve("whyrst").toString(), "analyze", "no such file.pcap");

        assertThat(ended.status()).isEqualTo(ExitStatus.INPUT.code());
        assertThat(ended.err()).contains("no such file.pcap").doesNotContain("\tat ");
        assertThat(folder.resolve("whyrst-report")).doesNotExist();
    }

    @Test
    void in_an_archive_that_was_handed_out_it_finds_the_one_file_and_its_java() throws Exception {
        Files.move(home.resolve("cli/target"), home.resolve("lib"));
        Path launcher = Files.createDirectory(home.resolve("bin")).resolve("whyrst");
        Files.move(home.resolve("whyrst"), launcher);
        Path java = Files.createDirectories(home.resolve("runtime/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(
                home.resolve("runtime/release"),
                "JAVA_VERSION=\"" + System.getProperty("java.runtime.version") + "\"\n");
        Ended ended = run(
                new ProcessBuilder(launcher.toString(), "--version"),
                folder.resolve("no java here").toString());

        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).startsWith("whyrst ").contains(System.getProperty("java.runtime.version"));
    }

    @Test
    void a_java_that_is_too_old_is_named() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk8/bin"));
        Files.writeString(
                old.resolve("java"), "#!/bin/sh\necho 'openjdk version \"1.8.0_392\"' >&2\n", StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(old.resolve("java"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Ended ended = runWithJava(old.getParent(), "--version");

        assertThat(ended.status()).isEqualTo(ExitStatus.OUTPUT.code());
        assertThat(ended.err())
                .isEqualTo("whyrst: " + old.resolve("java")
                        + " is a Java 8; install a JDK 17 or newer, or set JAVA_HOME" + " to one\n");
    }

    @Test
    void a_wrong_java_home_is_named() throws Exception {
        Ended ended = runWithJava(folder, "--version");

        assertThat(ended.status()).isEqualTo(ExitStatus.OUTPUT.code());
        assertThat(ended.err()).startsWith("whyrst: JAVA_HOME is " + folder + ", but there is no bin/java in it");
    }

    private Ended run(Path where, String... words) throws Exception {
        return run(new ProcessBuilder(words).directory(where.toFile()), System.getProperty("java.home"));
    }

    private Ended runWithJava(Path javaHome, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(home.resolve("whyrst").toString()));
        words.addAll(List.of(arguments));
        return run(new ProcessBuilder(words), javaHome.toString());
    }

    private Ended run(ProcessBuilder builder, String javaHome) throws Exception {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        int status = builder.start().waitFor();
        return new Ended(status, Files.readString(out), Files.readString(err));
    }

    /** A jar without classes: its manifest leads to those of this test. */
    private static void writeJar(Path jar) throws IOException {
        StringBuilder classPath = new StringBuilder();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            classPath.append(Path.of(entry).toUri()).append(' ');
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath.toString());
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
