package dev.whyrst.incident.cases;

/** Ids of RSTs: {@code rst-} and the position in capture order, from 1. */
public final class ResetIds {

    private static final String PREFIX = "rst-";

    private ResetIds() {}

    /** The position, from 0; -1 if this is no such id. */
    static int position(String id) {
        if (!id.startsWith(PREFIX) || id.length() > PREFIX.length() + 9) {
            return -1;
        }
        int position = 0;
        for (int i = PREFIX.length(); i < id.length(); i++) {
            char digit = id.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            position = position * 10 + digit - '0';
        }
        return position - 1;
    }

    /** The id of the RST at that position, from 0. */
    public static String of(int position) {
        return PREFIX + (position + 1);
    }
}
