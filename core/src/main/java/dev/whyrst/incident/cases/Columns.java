package dev.whyrst.incident.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Columns of primitives with one value for each row, which grow together. A column is declared once, with what it is
 * filled from where a row is read off a conversation; without that it is filled by who owns the table. Until then it
 * holds 0.
 */
final class Columns {

    private static final int LEAST_ROWS = 64;

    private final List<Column> columns = new ArrayList<>();
    private int capacity = LEAST_ROWS;
    private int size;

    /** Makes room for so many rows. */
    void reserve(int rows) {
        resize(Math.max(rows, capacity));
    }

    Longs longs() {
        return longs(reading -> 0);
    }

    Longs longs(ToLongFunction<CaseReader> source) {
        return added(new Longs(capacity, source));
    }

    Ints ints() {
        return ints(reading -> 0);
    }

    Ints ints(ToIntFunction<CaseReader> source) {
        return added(new Ints(capacity, source));
    }

    /** Numbers from 0 to 65535. */
    Chars chars(ToIntFunction<CaseReader> source) {
        return added(new Chars(capacity, source));
    }

    /** Constants of an enum, of which there are at most 128. */
    <E extends Enum<E>> Enums<E> enums(E[] constants, Function<CaseReader, E> source) {
        return added(new Enums<>(capacity, constants, source));
    }

    /** Whole numbers, exact to one part in ten million. */
    Floats floats(ToLongFunction<CaseReader> source) {
        return added(new Floats(capacity, source));
    }

    int size() {
        return size;
    }

    /** Adds a row that is filled from the reading; returns its number. */
    int add(CaseReader reading) {
        if (size == capacity) {
            resize(size + (size >> 2));
        }
        for (Column column : columns) {
            column.fill(size, reading);
        }
        return size++;
    }

    private void resize(int rows) {
        capacity = rows;
        columns.forEach(column -> column.resize(rows));
    }

    private <C extends Column> C added(C column) {
        columns.add(column);
        return column;
    }

    private abstract static class Column {

        abstract void resize(int capacity);

        abstract void fill(int row, CaseReader reading);
    }

    static final class Longs extends Column {

        private final ToLongFunction<CaseReader> source;
        private long[] values;

        private Longs(int capacity, ToLongFunction<CaseReader> source) {
            this.values = new long[capacity];
            this.source = source;
        }

        long get(int row) {
            return values[row];
        }

        void set(int row, long value) {
            values[row] = value;
        }

        @Override
        void resize(int capacity) {
            values = Arrays.copyOf(values, capacity);
        }

        @Override
        void fill(int row, CaseReader reading) {
            values[row] = source.applyAsLong(reading);
        }
    }

    static final class Ints extends Column {

        private final ToIntFunction<CaseReader> source;
        private int[] values;

        private Ints(int capacity, ToIntFunction<CaseReader> source) {
            this.values = new int[capacity];
            this.source = source;
        }

        int get(int row) {
            return values[row];
        }

        void set(int row, int value) {
            values[row] = value;
        }

        @Override
        void resize(int capacity) {
            values = Arrays.copyOf(values, capacity);
        }

        @Override
        void fill(int row, CaseReader reading) {
            values[row] = source.applyAsInt(reading);
        }
    }

    static final class Chars extends Column {

        private final ToIntFunction<CaseReader> source;
        private char[] values;

        private Chars(int capacity, ToIntFunction<CaseReader> source) {
            this.values = new char[capacity];
            this.source = source;
        }

        int get(int row) {
            return values[row];
        }

        @Override
        void resize(int capacity) {
            values = Arrays.copyOf(values, capacity);
        }

        @Override
        void fill(int row, CaseReader reading) {
            values[row] = (char) source.applyAsInt(reading);
        }
    }

    static final class Enums<E extends Enum<E>> extends Column {

        private final E[] constants;
        private final Function<CaseReader, E> source;
        private byte[] ordinals;

        private Enums(int capacity, E[] constants, Function<CaseReader, E> source) {
            this.ordinals = new byte[capacity];
            this.constants = constants;
            this.source = source;
        }

        E get(int row) {
            return constants[ordinals[row]];
        }

        void set(int row, E constant) {
            ordinals[row] = (byte) constant.ordinal();
        }

        @Override
        void resize(int capacity) {
            ordinals = Arrays.copyOf(ordinals, capacity);
        }

        @Override
        void fill(int row, CaseReader reading) {
            ordinals[row] = (byte) source.apply(reading).ordinal();
        }
    }

    static final class Floats extends Column {

        private final ToLongFunction<CaseReader> source;
        private float[] values;

        private Floats(int capacity, ToLongFunction<CaseReader> source) {
            this.values = new float[capacity];
            this.source = source;
        }

        long get(int row) {
            return (long) values[row];
        }

        @Override
        void resize(int capacity) {
            values = Arrays.copyOf(values, capacity);
        }

        @Override
        void fill(int row, CaseReader reading) {
            values[row] = (float) source.applyAsLong(reading);
        }
    }
}
