package dev.whyrst.peer.clock;

/**
 * Whether a field of the segments reads the same in both captures, as it does unless a device on the path writes its
 * own.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class FieldSurvival {

    /** How many times as often the field must be the same as not. */
    private static final long MOST = 9;

    private long same;
    private long other;

    /** Takes the field of one segment. */
    void count(boolean equal) {
        same += equal ? 1 : 0;
        other += equal ? 0 : 1;
    }

    /** Takes the fields of the segments of another conversation. */
    void add(FieldSurvival further) {
        same += further.same;
        other += further.other;
    }

    /** Whether the segments show that the field survives. */
    public boolean isShown() {
        return same > MOST * other;
    }

    /** Whether the segments show that the field is changed; not if there are none. */
    public boolean isRefuted() {
        return same < MOST * other;
    }
}
