package dev.whyrst;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import dev.whyrst.net.Mixer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keys of tables are mixed by {@link Mixer} alone: multipliers by which numbers are mixed stand nowhere else. */
class HashConstantsTest {

    @Test
    void no_other_class_has_a_multiplier_of_its_own() throws IOException {
        assertThat(found(SourceTrees.all())).isNotEmpty().containsOnly(Mixer.class.getSimpleName() + ".java");
    }

    @Test
    void another_would_be_found() throws IOException {
        assertThat(found(SourceTrees.of("class A { long a(long b) { return b * 0x9E37_79B9_7F4A_7C15L; } }")))
                .hasSize(1);
        assertThat(found(SourceTrees.of("class A { long a(long b) { return b * 60_000_000_000L; } }")))
                .isEmpty();
    }

    private static List<String> found(Iterable<? extends CompilationUnitTree> units) {
        List<String> found = new ArrayList<>();
        for (CompilationUnitTree unit : units) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    if (literal.getValue() instanceof Long value && mixes(value)) {
                        found.add(SourceTrees.name(unit));
                    }
                    return super.visitLiteral(literal, null);
                }
            }.scan(unit, null);
        }
        return found;
    }

    /** Whether it is as multipliers of that kind are: of 64 bits, odd, and with about as many ones as zeros, which no mask is. */
    private static boolean mixes(long value) {
        int ones = Long.bitCount(value);
        return Long.numberOfLeadingZeros(value) <= 1 && (value & 1) == 1 && ones > 24 && ones < 42;
    }
}
