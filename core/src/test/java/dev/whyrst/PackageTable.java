package dev.whyrst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The tables of docs/architecture.md that say which package of core may import which; names are relative to dev.whyrst.
 */
final class PackageTable {

    private static final Path DOCUMENT = Path.of("../docs/architecture.md");

    private static final String MAY_IMPORT = "may import";
    private static final Set<String> NAME_COLUMNS = Set.of("package", "room");
    private static final String FLOOR = "floor";
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /**
     * A line of a table.
     *
     * @param name the package
     * @param floor where it stands; empty for rooms, which stand where their house does
     * @param packages the packages that it may import
     * @param libraries the libraries that it may import, by the names of their artifacts
     */
    record Row(String name, OptionalInt floor, Set<String> packages, Set<String> libraries) {

        /** Whether that package is this one or lies in it. */
        boolean isOf(String some) {
            return some.equals(name) || some.startsWith(name + ".");
        }

        /** Whether one of the listed names stands for that package. */
        boolean lists(String imported) {
            return packages.stream().anyMatch(listed -> covers(listed, imported));
        }

        /** Whether a listed name stands for that package: for its rooms too, unless they are neighbours. */
        boolean covers(String listed, String imported) {
            boolean ownHouse = listed.equals(house(name));
            return imported.equals(listed) || !ownHouse && imported.startsWith(listed + ".");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Reads all tables that have a column for a package or room and one for what it may import. */
    static PackageTable read() {
        PackageTable table = new PackageTable();
        List<String> header = List.of();
        try {
            for (String line : Files.readAllLines(DOCUMENT)) {
                List<String> cells = cells(line);
                if (cells.contains(MAY_IMPORT)) {
                    header = cells;
                } else if (cells.isEmpty()) {
                    header = List.of();
                } else if (!header.isEmpty() && !cells.get(0).startsWith("---")) {
                    table.add(header, cells);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    Row row(String name) {
        return rows.getOrDefault(name, new Row(name, OptionalInt.empty(), Set.of(), Set.of()));
    }

    Set<String> names() {
        return rows.keySet();
    }

    /** Whether a class of a package may use one of another package of core. */
    boolean allows(String from, String to) {
        boolean inHouse = house(from).equals(house(to));
        return from.equals(to)
                || row(from).lists(to) && (inHouse || row(house(from)).lists(to));
    }

    /** The package directly below dev.whyrst that a package is or lies in. */
    static String house(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private void add(List<String> header, List<String> cells) {
        String name = "";
        OptionalInt floor = OptionalInt.empty();
        Set<String> packages = new LinkedHashSet<>();
        Set<String> libraries = new LinkedHashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (NAME_COLUMNS.contains(header.get(i))) {
                name = quoted(cells.get(i)).get(0);
            } else if (header.get(i).equals(FLOOR)) {
                floor = OptionalInt.of(Integer.parseInt(cells.get(i)));
            } else if (header.get(i).equals(MAY_IMPORT)) {
                packages.addAll(quoted(cells.get(i)));
                libraries.addAll(unquoted(cells.get(i)));
            }
        }
        Row before = rows.put(name, new Row(name, floor, packages, libraries));
        if (before != null) {
            throw new IllegalStateException(DOCUMENT + " has two lines for " + name);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        if (line.startsWith("|")) {
            String[] parts = line.split("\\|", -1);
            for (int i = 1; i < parts.length - 1; i++) {
                cells.add(parts[i].strip());
            }
        }
        return cells;
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> unquoted(String cell) {
        return List.of(QUOTED.matcher(cell).replaceAll("").split(",")).stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
