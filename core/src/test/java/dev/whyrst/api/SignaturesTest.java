package dev.whyrst.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What programs of others may call stays; {@code -Dgolden.update=true} adopts what has come. */
class SignaturesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/api-signatures.txt");

    /** What the package shows of others: words and values that reports use too. */
    private static final Set<String> WORDS = Set.of(
            "dev.whyrst.attribution.Cause",
            "dev.whyrst.attribution.Confidence",
            "dev.whyrst.attribution.Effect",
            "dev.whyrst.attribution.Harm",
            "dev.whyrst.incident.IncidentKind",
            "dev.whyrst.incident.Severity",
            "dev.whyrst.net.Endpoint",
            "dev.whyrst.timeline.FailureKind",
            "dev.whyrst.timeline.FrameRef");

    private static final List<Class<?>> TYPES = types();

    @Test
    void public_signatures_are_those_that_were_promised() throws IOException {
        String now = TYPES.stream().flatMap(SignaturesTest::signatures).collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, now);
        }

        assertThat(now)
                .as("signatures of dev.whyrst.api; adopt with -Dgolden.update=true what breaks nobody")
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void signatures_show_nothing_but_the_jdk_their_own_package_and_the_words_of_reports() {
        Set<String> shown = new TreeSet<>();
        TYPES.forEach(type -> executables(type).forEach(call -> {
            collect(call.getGenericParameterTypes(), shown);
            collect(call.getExceptionTypes(), shown);
            if (call instanceof Method method) {
                collect(new Type[] {method.getGenericReturnType()}, shown);
            }
        }));
        shown.removeIf(name -> !name.startsWith("dev.whyrst.") || name.startsWith("dev.whyrst.api."));

        assertThat(shown).isEqualTo(new TreeSet<>(WORDS));
    }

    @Test
    void nothing_behind_the_door_knows_the_door() {
        List<String> guests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.whyrst").stream()
                        .filter(type -> !isApi(type))
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> isApi(dependency.getTargetClass())))
                        .map(JavaClass::getName)
                        .toList();

        assertThat(guests).isEmpty();
    }

    private static boolean isApi(JavaClass type) {
        return type.getPackageName().equals("dev.whyrst.api");
    }

    private static List<Class<?>> types() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.whyrst.api")
                        .stream()
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> Modifier.isPublic(type.getModifiers()))
                        .sorted(Comparator.comparing(Class::getName))
                        .toList();
    }

    private static Stream<String> signatures(Class<?> type) {
        String kind = type.isRecord() ? "record " : "class ";
        return Stream.concat(
                Stream.of(kind + type.getName()),
                executables(type)
                        .map(call -> "    " + call.toGenericString().replace(type.getName() + ".", ""))
                        .sorted());
    }

    /** Those that are promised; only the library makes its records, so that they may get further components. */
    private static Stream<Executable> executables(Class<?> type) {
        List<Executable> calls = new ArrayList<>();
        if (!type.isRecord()) {
            calls.addAll(List.of(type.getConstructors()));
        }
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !isOfEveryObject(method)) {
                calls.add(method);
            }
        }
        return calls.stream();
    }

    private static boolean isOfEveryObject(Method method) {
        return Set.of("equals", "hashCode", "toString").contains(method.getName());
    }

    private static void collect(Type[] types, Set<String> into) {
        for (Type type : types) {
            if (type instanceof ParameterizedType generic) {
                collect(generic.getActualTypeArguments(), into);
                collect(new Type[] {generic.getRawType()}, into);
            } else if (type instanceof WildcardType wildcard) {
                collect(wildcard.getLowerBounds(), into);
                collect(wildcard.getUpperBounds(), into);
            } else if (type instanceof Class<?> plain) {
                into.add(plain.isArray() ? plain.getComponentType().getName() : plain.getName());
            }
        }
    }
}
