package dev.whyrst;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Methods that judge must be read in one go: what they ask is split into questions with names. */
class MethodShapeTest {

    /** Where judgement is made. */
    private static final Set<String> PACKAGES = Set.of(
            "dev.whyrst.attribution.facts",
            "dev.whyrst.attribution.rules",
            "dev.whyrst.attribution.verdict",
            "dev.whyrst.incident.cases",
            "dev.whyrst.incident.scene",
            "dev.whyrst.incident.recognise");

    /** Ways through a method: one, and one more for each branch, loop, case, handler, and short-circuit operator. */
    private static final int MOST_WAYS = 12;

    @Test
    void no_method_that_judges_has_more_ways_than_a_reader_can_hold() throws IOException {
        List<String> crowded = new ArrayList<>();
        int methods = 0;
        for (CompilationUnitTree unit : SourceTrees.all()) {
            if (unit.getPackage() != null
                    && PACKAGES.contains(unit.getPackage().getPackageName().toString())) {
                methods += look(unit, crowded);
            }
        }

        assertThat(methods).as("methods that were looked at").isGreaterThan(300);
        assertThat(crowded).isEmpty();
    }

    @Test
    void branches_loops_and_operators_are_counted() throws IOException {
        List<String> crowded = new ArrayList<>();
        String twelve = "a && b || c && d ? 1 : e ? 2 : f ? 3 : g && h || i ? 4 : j ? 5 : k ? 6 : 7";
        String body = "int m() { for (;;) { if (x) { return " + twelve + "; } } }";
        for (CompilationUnitTree unit : SourceTrees.of("class A { " + body + " int n() { return " + twelve + "; } }")) {
            look(unit, crowded);
        }

        assertThat(crowded).containsExactly("A.java m: 14");
    }

    private static int look(CompilationUnitTree unit, List<String> crowded) {
        Methods methods = new Methods(SourceTrees.name(unit), crowded);
        methods.scan(unit, null);
        return methods.count;
    }

    /** Finds methods and counts the ways through each, lambdas and all. */
    private static final class Methods extends TreeScanner<Void, Void> {

        private final String file;
        private final List<String> crowded;
        private int count;
        private int ways;

        Methods(String file, List<String> crowded) {
            this.file = file;
            this.crowded = crowded;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            int outer = ways;
            ways = 1;
            super.visitMethod(method, null);
            count++;
            if (ways > MOST_WAYS) {
                crowded.add(file + " " + method.getName() + ": " + ways);
            }
            ways = outer;
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree node, Void unused) {
            ways += node.getKind() == Kind.CONDITIONAL_AND || node.getKind() == Kind.CONDITIONAL_OR ? 1 : 0;
            return super.visitBinary(node, null);
        }

        @Override
        public Void visitIf(IfTree node, Void unused) {
            ways++;
            return super.visitIf(node, null);
        }

        @Override
        public Void visitConditionalExpression(ConditionalExpressionTree node, Void unused) {
            ways++;
            return super.visitConditionalExpression(node, null);
        }

        @Override
        public Void visitForLoop(ForLoopTree node, Void unused) {
            ways++;
            return super.visitForLoop(node, null);
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree node, Void unused) {
            ways++;
            return super.visitEnhancedForLoop(node, null);
        }

        @Override
        public Void visitWhileLoop(WhileLoopTree node, Void unused) {
            ways++;
            return super.visitWhileLoop(node, null);
        }

        @Override
        public Void visitDoWhileLoop(DoWhileLoopTree node, Void unused) {
            ways++;
            return super.visitDoWhileLoop(node, null);
        }

        @Override
        public Void visitCase(CaseTree node, Void unused) {
            ways += node.getExpressions().isEmpty() ? 0 : 1;
            return super.visitCase(node, null);
        }

        @Override
        public Void visitCatch(CatchTree node, Void unused) {
            ways++;
            return super.visitCatch(node, null);
        }
    }
}
