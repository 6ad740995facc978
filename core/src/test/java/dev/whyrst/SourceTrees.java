package dev.whyrst;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The project's main sources as the compiler reads them, for tests that hold how they are written. */
final class SourceTrees {

    private SourceTrees() {}

    /** The main sources of all modules. */
    static Iterable<? extends CompilationUnitTree> all() throws IOException {
        return parsed(mainSources());
    }

    /** One class that a test has written out. */
    static Iterable<? extends CompilationUnitTree> of(String source) throws IOException {
        return parsed(List.of(new Snippet(source)));
    }

    /** The file of a source, without its folders. */
    static String name(CompilationUnitTree unit) {
        return Path.of(unit.getSourceFile().getName()).getFileName().toString();
    }

    private static List<JavaFileObject> mainSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : modules.toList()) {
                Path main = module.resolve(Path.of("src", "main", "java"));
                if (Files.isDirectory(main)) {
                    try (Stream<Path> files = Files.walk(main)) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                    }
                }
            }
        }
        try (StandardJavaFileManager files = compiler().getStandardFileManager(null, null, null)) {
            List<JavaFileObject> objects = new ArrayList<>();
            files.getJavaFileObjectsFromPaths(sources).forEach(objects::add);
            return objects;
        }
    }

    private static Iterable<? extends CompilationUnitTree> parsed(List<JavaFileObject> sources) throws IOException {
        return ((JavacTask) compiler().getTask(null, null, null, null, null, sources)).parse();
    }

    private static JavaCompiler compiler() {
        return ToolProvider.getSystemJavaCompiler();
    }

    /** Source text in memory. */
    private static final class Snippet extends SimpleJavaFileObject {

        private final String text;

        Snippet(String text) {
            super(URI.create("string:///A.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
