package dev.whyrst.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts that ship as data: a resource {@code tables/<name>.csv} with a row a line, {@code ;} between cells, {@code #}
 * before comments.
 */
public final class DataTable {

    private DataTable() {}

    /**
     * The rows of a table, each with its cells.
     *
     * @throws IllegalStateException when the resource is not there or a row has another number of cells
     */
    public static List<List<String>> read(String name, int cells) {
        String resource = "/tables/" + name + ".csv";
        List<List<String>> rows = new ArrayList<>();
        try (BufferedReader reader = open(resource)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(row(line, cells, resource));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rows);
    }

    private static BufferedReader open(String resource) {
        InputStream in = DataTable.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("no resource " + resource);
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static List<String> row(String line, int cells, String resource) {
        List<String> row = List.of(line.split(";", -1));
        if (row.size() != cells) {
            throw new IllegalStateException(resource + " should have " + cells + " cells in: " + line);
        }
        return row;
    }
}
