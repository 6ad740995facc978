package dev.whyrst.incident.scene;

import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.cases.CaseTable;
import java.util.Arrays;

/** An incident in the making: its kind, what it is about, and its cases. */
public final class Story {

    private static final int[] NOBODY = {};

    private final int number;
    private final IncidentKind kind;
    private int subject;
    private int[] members;
    private int size;
    private int drawn;
    private long resets;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** @param expected how many cases it will have, at about: most stories of a scan have one */
    Story(int number, IncidentKind kind, int subject, int expected) {
        this.number = number;
        this.kind = kind;
        this.subject = subject;
        this.members = new int[expected];
    }

    public int number() {
        return number;
    }

    public IncidentKind kind() {
        return kind;
    }

    /** Number of the endpoint or host that it is about. */
    public int subject() {
        return subject;
    }

    /** Says better what it is about. */
    public void about(int newSubject) {
        subject = newSubject;
    }

    public int[] members() {
        return Arrays.copyOf(members, size);
    }

    public int size() {
        return size;
    }

    /** The cases that the story is told of: all but the routine around it that it drew in. */
    public int[] own() {
        return Arrays.copyOf(members, size - drawn);
    }

    /** How many cases it drew in. */
    public int drawn() {
        return drawn;
    }

    /** Its case at that place, from 0. */
    public int member(int index) {
        return members[index];
    }

    /** How many RSTs its cases have. */
    public long resets() {
        return resets;
    }

    /** Time of the first RST. */
    public long first() {
        return first;
    }

    /** Time of the last RST. */
    public long last() {
        return last;
    }

    void add(CaseTable cases, int row) {
        if (size == members.length) {
            members = Arrays.copyOf(members, Math.max(8, size << 1));
        }
        members[size++] = row;
        resets += cases.resets(row);
        first = Math.min(first, cases.first(row));
        last = Math.max(last, cases.last(row));
    }

    /** Adds a case that does not tell the story but belongs to it. */
    void draw(CaseTable cases, int row) {
        add(cases, row);
        drawn++;
    }

    void empty() {
        members = NOBODY;
        size = 0;
        drawn = 0;
        resets = 0;
        first = Long.MAX_VALUE;
        last = Long.MIN_VALUE;
    }
}
