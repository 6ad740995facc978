package dev.whyrst;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which package of core uses which, by its classes and by its sources: constants of another package leave no trace in a
 * class. Packages of core are named relative to dev.whyrst.
 */
final class Imports {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String ROOT = "dev.whyrst.";
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([a-z][\\w.]*?)\\.[A-Z]");

    private final Map<String, Set<String>> ofCore = new TreeMap<>();
    private final Map<String, Set<String>> ofLibraries = new TreeMap<>();

    Imports(JavaClasses classes) {
        for (JavaClass type : classes) {
            if (type.getPackageName().startsWith(ROOT)) {
                packages(type.getPackageName());
                type.getDirectDependenciesFromSelf()
                        .forEach(dependency -> add(
                                type.getPackageName(),
                                dependency
                                        .getTargetClass()
                                        .getBaseComponentType()
                                        .getPackageName()));
            }
        }
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All packages that hold classes. */
    Set<String> packages() {
        return ofCore.keySet();
    }

    /** The other packages of core that a package uses. */
    Set<String> ofCore(String name) {
        return ofCore.getOrDefault(name, Set.of());
    }

    /** The packages that a package uses and that are neither of core nor of the JDK. */
    Set<String> ofLibraries(String name) {
        return ofLibraries.getOrDefault(name, Set.of());
    }

    private void read(Path source) {
        try {
            String text = Files.readString(source);
            String own = PACKAGE.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();
            IMPORT.matcher(text).results().forEach(found -> add(own, found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> packages(String user) {
        return ofCore.computeIfAbsent(user.substring(ROOT.length()), name -> new TreeSet<>());
    }

    private void add(String user, String used) {
        if (used.isEmpty() || used.startsWith("java.") || used.equals(user)) {
            return;
        }
        if (used.startsWith(ROOT)) {
            packages(user).add(used.substring(ROOT.length()));
        } else {
            ofLibraries
                    .computeIfAbsent(user.substring(ROOT.length()), name -> new TreeSet<>())
                    .add(used);
        }
    }
}
