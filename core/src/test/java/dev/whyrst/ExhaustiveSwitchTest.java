package dev.whyrst;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.TreeScanner;
import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.IncidentKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A switch over the catalogues lists every constant, so that the compiler asks what holds for a new one; a
 * {@code default} would answer for it in silence.
 */
class ExhaustiveSwitchTest {

    private static final List<Set<String>> CATALOGUES = List.of(names(Cause.values()), names(IncidentKind.values()));

    @Test
    void no_switch_over_causes_or_incident_kinds_has_a_default() throws IOException {
        List<String> found = new ArrayList<>();
        int files = 0;
        for (CompilationUnitTree unit : SourceTrees.all()) {
            files++;
            new Finder(SourceTrees.name(unit), found).scan(unit, null);
        }

        assertThat(files).as("files that were looked at").isGreaterThan(100);
        assertThat(found).isEmpty();
    }

    @Test
    void a_default_beside_constants_of_a_catalogue_would_be_found() throws IOException {
        String source =
                "class A { int a(Cause c) { return switch (c) { case TIME_WAIT, IDLE_TIMEOUT -> 1; default -> 2; }; }"
                        + " void b(IncidentKind k) { switch (k) { case SCAN: break; default: break; } }"
                        + " int c(Other o) { return switch (o) { case SCAN, ELSE -> 1; default -> 2; }; } }";
        List<String> found = new ArrayList<>();
        for (CompilationUnitTree unit : SourceTrees.of(source)) {
            new Finder("A", found).scan(unit, null);
        }

        assertThat(found).hasSize(2);
    }

    private static Set<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Collects the places of switches that have a default although their labels are all of one catalogue. */
    private static final class Finder extends TreeScanner<Void, Void> {

        private final String file;
        private final List<String> found;

        Finder(String file, List<String> found) {
            this.file = file;
            this.found = found;
        }

        @Override
        public Void visitSwitch(SwitchTree node, Void unused) {
            look(node.getCases());
            return super.visitSwitch(node, null);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree node, Void unused) {
            look(node.getCases());
            return super.visitSwitchExpression(node, null);
        }

        private void look(List<? extends CaseTree> cases) {
            List<String> labels = cases.stream()
                    .flatMap(branch -> branch.getExpressions().stream())
                    .filter(IdentifierTree.class::isInstance)
                    .map(ExpressionTree::toString)
                    .toList();
            boolean hasDefault =
                    cases.stream().anyMatch(branch -> branch.getExpressions().isEmpty());
            boolean ofCatalogue = !labels.isEmpty() && CATALOGUES.stream().anyMatch(names -> names.containsAll(labels));
            if (hasDefault && ofCatalogue) {
                found.add(file + ": default beside " + labels);
            }
        }
    }
}
