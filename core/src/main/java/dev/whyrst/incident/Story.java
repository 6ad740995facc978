package dev.whyrst.incident;

import java.util.Arrays;

/** An incident in the making: its kind, what it is about, and its cases. */
final class Story {

    private final int number;
    private IncidentKind kind;
    private int subject;
    private int[] members = new int[8];
    private int size;
    private long resets;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Story(int number, IncidentKind kind, int subject) {
        this.number = number;
        this.kind = kind;
        this.subject = subject;
    }

    int number() {
        return number;
    }

    IncidentKind kind() {
        return kind;
    }

    /** Number of the endpoint or host that it is about. */
    int subject() {
        return subject;
    }

    /** Says better what it is about. */
    void about(int newSubject) {
        subject = newSubject;
    }

    /** Says better what kind it is. */
    void kind(IncidentKind newKind) {
        kind = newKind;
    }

    int[] members() {
        return Arrays.copyOf(members, size);
    }

    int size() {
        return size;
    }

    /** How many RSTs its cases have. */
    long resets() {
        return resets;
    }

    /** Time of the first RST. */
    long first() {
        return first;
    }

    /** Time of the last RST. */
    long last() {
        return last;
    }

    void add(Cases cases, int row) {
        if (size == members.length) {
            members = Arrays.copyOf(members, size << 1);
        }
        members[size++] = row;
        resets += cases.resets(row);
        first = Math.min(first, cases.first(row));
        last = Math.max(last, cases.last(row));
    }

    void empty() {
        size = 0;
        resets = 0;
        first = Long.MAX_VALUE;
        last = Long.MIN_VALUE;
    }
}
