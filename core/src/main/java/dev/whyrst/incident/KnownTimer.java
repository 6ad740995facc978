package dev.whyrst.incident;

import dev.whyrst.net.Nanos;
import dev.whyrst.tables.DataTable;
import dev.whyrst.text.Durations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A timer of a device or server that ends idle connections.
 *
 * @param name whose it is, for reports
 * @param nanos how long a connection may be idle
 * @param ending what happens then
 */
public record KnownTimer(String name, long nanos, Ending ending) {

    private static final List<KnownTimer> SHIPPED =
            DataTable.read("idle-timers", 3).stream().map(KnownTimer::of).toList();

    /** What happens when a timer has run out. */
    public enum Ending {
        /** The next segment is answered by RST. */
        NEXT_SEGMENT,
        /** A RST goes to both ends at once. */
        BOTH_ENDS,
        /** The connection is closed with FIN. */
        FIN,
        /** The connection is forgotten in silence, so that no RST is the device's. */
        NOTHING;

        /** The name in tables and configurations, in kebab-case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The ending with that id; null if there is none. */
        public static Ending byId(String id) {
            for (Ending ending : values()) {
                if (ending.id().equals(id)) {
                    return ending;
                }
            }
            return null;
        }
    }

    /** The timers that ship with the tool. */
    public static List<KnownTimer> shipped() {
        return SHIPPED;
    }

    /** These timers, and those that ship with the tool, but for the ones that bear the same names. */
    public static List<KnownTimer> shippedWith(List<KnownTimer> own) {
        Set<String> names = own.stream().map(KnownTimer::name).collect(Collectors.toCollection(LinkedHashSet::new));
        List<KnownTimer> all = new ArrayList<>(own);
        SHIPPED.stream().filter(timer -> !names.contains(timer.name())).forEach(all::add);
        return List.copyOf(all);
    }

    private static KnownTimer of(List<String> row) {
        return new KnownTimer(row.get(0), Long.parseLong(row.get(1)) * Nanos.SECOND, Ending.byId(row.get(2)));
    }

    /** Whether a RST in the ends' names may be its doing. */
    public boolean resets() {
        return ending == Ending.NEXT_SEGMENT || ending == Ending.BOTH_ENDS;
    }

    /** Whether it closes connections. */
    public boolean closes() {
        return ending == Ending.FIN;
    }

    /** {@code nginx keepalive_timeout (75 s)}. */
    public String inWords() {
        return name + " (" + Durations.seconds(nanos) + " s)";
    }
}
