package dev.whyrst;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.whyrst.PackageTable.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the tables of docs/architecture.md, and the habits that tests of behaviour cannot see. */
class ArchitectureTest {

    private static final String ROOT = "dev.whyrst.";
    private static final String RULE = ROOT + "attribution.rules.Rule";
    private static final String[] HOT_PATH = {
        ROOT + "capture..", ROOT + "filter..", ROOT + "decode..", ROOT + "conversation.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.whyrst");

    private static final PackageTable TABLE = PackageTable.read();
    private static final Imports IMPORTS = new Imports(CLASSES);

    /** The packages of the libraries that the table calls by the names of their artifacts. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "commons-compress", "org.apache.commons.compress",
            "zstd-jni", "com.github.luben.zstd",
            "lz4", "net.jpountz",
            "xz", "org.tukaani.xz",
            "pcap4j", "org.pcap4j",
            "jna", "com.sun.jna");

    static List<Row> rows() {
        return TABLE.rows();
    }

    @Test
    void every_package_has_its_line_in_the_table_and_every_line_its_package() {
        Set<String> found = new TreeSet<>();
        IMPORTS.packages().forEach(name -> {
            found.add(name);
            found.add(PackageTable.house(name));
        });

        assertThat(new TreeSet<>(TABLE.names())).isEqualTo(found);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_package_imports_only_what_its_line_lists(Row row) {
        assertThat(IMPORTS.ofCore(row.name())).allSatisfy(imported -> assertThat(TABLE.allows(row.name(), imported))
                .as("%s imports %s", row.name(), imported)
                .isTrue());
        assertThat(IMPORTS.ofLibraries(row.name())).allSatisfy(imported -> assertThat(
                        TABLE.row(PackageTable.house(row.name())).libraries())
                .as("%s imports %s", row.name(), imported)
                .anyMatch(library -> imported.startsWith(LIBRARIES.get(library))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_line_lists_nothing_that_its_package_does_not_import(Row row) {
        List<String> own = IMPORTS.packages().stream().filter(row::isOf).toList();

        assertThat(row.packages()).allMatch(listed -> own.stream()
                .flatMap(name -> IMPORTS.ofCore(name).stream())
                .anyMatch(imported -> row.covers(listed, imported)));
        assertThat(row.libraries()).allMatch(library -> own.stream()
                .flatMap(name -> IMPORTS.ofLibraries(name).stream())
                .anyMatch(imported -> imported.startsWith(LIBRARIES.get(library))));
    }

    @Test
    void a_package_stands_above_all_that_it_imports() {
        for (Row row : TABLE.rows()) {
            row.floor().ifPresent(floor -> assertThat(row.packages()).allSatisfy(imported -> assertThat(
                            TABLE.row(PackageTable.house(imported)).floor().orElse(floor))
                    .as("floor of %s, which %s imports", imported, row.name())
                    .isLessThan(floor)));
        }
    }

    @Test
    void packages_do_not_import_each_other_in_a_circle() {
        SlicesRuleDefinition.slices()
                .matching("dev.whyrst.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analysis",
                "attribution",
                "attribution.facts",
                "attribution.rules",
                "attribution.verdict",
                "capture",
                "conversation.deferred",
                "conversation.dossier",
                "conversation.hosts",
                "conversation.log",
                "conversation.payload",
                "conversation.table",
                "conversation.tracking",
                "dissect",
                "incident",
                "incident.build",
                "incident.cases",
                "incident.recognise",
                "incident.scene",
                "incident.tell",
                "net",
                "peer.clock",
                "peer.ledger",
                "peer.match",
                "peer.prove",
                "tables",
                "text",
                "timeline"
            })
    void classes_of_a_package_do_not_use_each_other_in_a_circle(String name) {
        Map<String, Set<String>> uses = usesWithin(ROOT + name);
        assertThat(uses).isNotEmpty();

        assertThat(inCircles(uses)).isEmpty();
    }

    @Test
    void attribution_sees_neither_packets_nor_the_table_of_conversations() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "attribution..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HOT_PATH)
                .check(CLASSES);
    }

    @Test
    void the_hot_path_uses_no_streams() {
        noClasses()
                .that()
                .resideInAnyPackage(HOT_PATH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.stream..", "java.util.regex..")
                .check(CLASSES);
    }

    @Test
    void rules_keep_no_state() {
        List<JavaClass> rules = CLASSES.stream()
                .filter(type -> type.isAssignableTo(RULE) && !type.getName().equals(RULE))
                .toList();

        assertThat(rules).isNotEmpty();
        assertThat(rules).flatMap(JavaClass::getFields).allSatisfy(field -> assertThat(field.getModifiers())
                .as(field.getFullName())
                .contains(JavaModifier.STATIC, JavaModifier.FINAL));
    }

    @Test
    void the_library_does_not_know_what_time_it_is_now() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }

    @Test
    void the_library_does_not_talk_on_the_terminal() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
        noClasses().should().callMethod(System.class, "exit", int.class).check(CLASSES);
    }

    /** Which other top-level classes of the same package each of them uses. */
    private static Map<String, Set<String>> usesWithin(String name) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            if (type.getPackageName().equals(name)) {
                Set<String> used = uses.computeIfAbsent(topLevel(type), user -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> target.getPackageName().equals(name))
                        .map(ArchitectureTest::topLevel)
                        .filter(target -> !target.equals(topLevel(type)))
                        .forEach(used::add);
            }
        }
        return uses;
    }

    private static String topLevel(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    /** What is left when whoever uses nothing that is left, or is used by nobody that is left, goes again and again. */
    private static Set<String> inCircles(Map<String, Set<String>> uses) {
        Set<String> left = new TreeSet<>(uses.keySet());
        while (left.removeIf(name -> uses.get(name).stream().noneMatch(left::contains)
                || left.stream().noneMatch(user -> uses.get(user).contains(name)))) {
            // Once more.
        }
        return left;
    }
}
