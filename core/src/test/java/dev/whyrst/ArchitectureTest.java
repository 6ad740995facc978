package dev.whyrst;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the table of floors of docs/architecture.md, and the habits that tests of behaviour cannot see. */
class ArchitectureTest {

    private static final String ROOT = "dev.whyrst.";
    private static final String[] HOT_PATH = {
        ROOT + "capture..", ROOT + "filter..", ROOT + "decode..", ROOT + "conversation.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.whyrst");

    /** The packages from the bottom to the top, each with what it may import beside itself and the JDK. */
    @SuppressWarnings("ImmutableEnumChecker") // Set.of and List.of make them so
    private enum Floor {
        NET(Set.of()),
        TEXT(Set.of()),
        CAPTURE(Set.of(NET), "org.apache.commons.compress", "com.github.luben.zstd", "net.jpountz", "org.tukaani.xz"),
        TIMELINE(Set.of(NET)),
        FILTER(Set.of(NET, CAPTURE), "org.pcap4j", "com.sun.jna"),
        DECODE(Set.of(NET, CAPTURE)),
        CONVERSATION(Set.of(NET, DECODE, TIMELINE)),
        ATTRIBUTION(Set.of(NET, TEXT, TIMELINE)),
        DISSECT(Set.of(NET, TEXT, TIMELINE), "org.pcap4j"),
        INCIDENT(Set.of(NET, TEXT, TIMELINE, ATTRIBUTION)),
        PEER(Set.of(NET, TEXT, TIMELINE, ATTRIBUTION)),
        ANALYSIS(Set.of(
                NET, TEXT, CAPTURE, FILTER, TIMELINE, DECODE, CONVERSATION, ATTRIBUTION, DISSECT, INCIDENT, PEER));

        private final Set<Floor> below;
        private final List<String> libraries;

        Floor(Set<Floor> below, String... libraries) {
            this.below = below;
            this.libraries = List.of(libraries);
        }

        String packages() {
            return ROOT + name().toLowerCase(Locale.ROOT) + "..";
        }

        String[] mayImport() {
            List<String> packages = new ArrayList<>(List.of("java..", packages()));
            below.forEach(floor -> packages.add(floor.packages()));
            libraries.forEach(library -> packages.add(library + ".."));
            return packages.toArray(new String[0]);
        }
    }

    @Test
    void every_class_stands_on_a_floor_and_no_floor_is_empty() {
        Set<String> found = CLASSES.stream().map(ArchitectureTest::floorOf).collect(Collectors.toSet());
        Set<String> planned =
                EnumSet.allOf(Floor.class).stream().map(Floor::packages).collect(Collectors.toSet());

        assertThat(found).isEqualTo(planned);
    }

    @ParameterizedTest
    @EnumSource(Floor.class)
    void a_package_imports_only_what_stands_below_it(Floor floor) {
        classes()
                .that()
                .resideInAPackage(floor.packages())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(floor.mayImport())
                .check(CLASSES);
    }

    @Test
    void attribution_sees_neither_packets_nor_the_table_of_conversations() {
        noClasses()
                .that()
                .resideInAPackage(Floor.ATTRIBUTION.packages())
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
        fields().that()
                .areDeclaredInClassesThat()
                .implement(ROOT + "attribution.rules.Rule")
                .should()
                .beStatic()
                .andShould()
                .beFinal()
                .check(CLASSES);
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

    private static String floorOf(JavaClass type) {
        String inside = type.getPackageName().substring(ROOT.length());
        int dot = inside.indexOf('.');
        return ROOT + (dot < 0 ? inside : inside.substring(0, dot)) + "..";
    }
}
