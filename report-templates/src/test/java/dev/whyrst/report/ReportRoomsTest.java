package dev.whyrst.report;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The rooms of the reports, as docs/architecture.md has them. */
class ReportRoomsTest {

    private static final String ROOT = "dev.whyrst.report.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.whyrst.report");

    @Test
    void formats_stand_on_what_all_share_and_do_not_know_each_other() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("text")
                .definedBy(ROOT + "text")
                .layer("json")
                .definedBy(ROOT + "json")
                .layer("csv")
                .definedBy(ROOT + "csv")
                .layer("drawing")
                .definedBy(ROOT + "html.drawing")
                .layer("html")
                .definedBy(ROOT + "html")
                .whereLayer("json")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("csv")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("html")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("drawing")
                .mayOnlyBeAccessedByLayers("html")
                .whereLayer("text")
                .mayOnlyBeAccessedByLayers("json", "csv", "html", "drawing")
                .check(CLASSES);
    }

    @Test
    void no_class_lies_outside_of_the_rooms() {
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAPackage("dev.whyrst.report")
                .check(CLASSES);
    }

    @Test
    void rooms_do_not_use_each_other_in_a_circle() {
        SlicesRuleDefinition.slices()
                .matching("dev.whyrst.report.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
