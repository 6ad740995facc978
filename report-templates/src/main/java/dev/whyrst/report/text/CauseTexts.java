package dev.whyrst.report.text;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.CausePage;
import java.util.Map;

/**
 * Reads the pages of causes; a cause without a page still has its title.
 *
 * <p>Public for the formats.
 */
public final class CauseTexts {

    private CauseTexts() {}

    /** The page of the cause, without sections where it has none. */
    public static CausePage page(Cause cause) {
        try {
            return CausePage.of(cause);
        } catch (IllegalStateException absent) {
            return new CausePage(cause, Map.of());
        }
    }

    /** What the cause means; its title as a sentence where there is no page. */
    public static String meaning(CausePage page) {
        return page.meaning().isEmpty() ? page.cause().title() + "." : page.meaning();
    }
}
