package dev.whyrst.decode;

/** The TCP options that attribution needs (RFC 9293 section 3.2, RFC 7323, RFC 2018, RFC 8684). */
final class TcpOptions {

    private static final int END_OF_LIST = 0;
    private static final int NO_OPERATION = 1;
    private static final int MAX_SEGMENT_SIZE = 2;
    private static final int WINDOW_SCALE = 3;
    private static final int SACK_PERMITTED = 4;
    private static final int TIMESTAMPS = 8;
    private static final int MPTCP = 30;
    private static final int MPTCP_RESET = 8;

    private static final int TIMESTAMPS_LENGTH = 10;

    /**
     * Two no-operations and a timestamps header: how nearly all stacks lay out the options of an established
     * connection.
     */
    private static final int ALIGNED_TIMESTAMPS = NO_OPERATION << 24 | NO_OPERATION << 16 | TIMESTAMPS << 8 | 10;

    private static final int ALIGNED_TIMESTAMPS_LENGTH = 12;

    private TcpOptions() {}

    /** Reads the options between {@code from} and {@code to}, the end of the TCP header. */
    static void decode(SegmentView view, Walk walk, int from, int to) {
        clear(view);
        int length = to - from;
        view.optionsLength = length;
        if (length == 0) {
            view.optionsSeen = walk.end >= to;
        } else if (walk.end < to) {
            view.optionsSeen = false;
        } else if (length == ALIGNED_TIMESTAMPS_LENGTH && Bytes.i32(walk.bytes, from) == ALIGNED_TIMESTAMPS) {
            timestamps(view, walk.bytes, from + 2);
            view.optionsSeen = true;
        } else {
            view.optionsSeen = list(view, walk.bytes, from, to);
        }
    }

    private static void clear(SegmentView view) {
        view.maxSegmentSize = -1;
        view.windowShift = -1;
        view.sackPermitted = false;
        view.mptcpResetReason = -1;
        clearTimestamps(view);
    }

    private static void clearTimestamps(SegmentView view) {
        view.timestamps = false;
        view.tsVal = 0;
        view.tsEcr = 0;
    }

    /** Whether the list is well formed; of one that is not, nothing is kept. */
    private static boolean list(SegmentView view, byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != END_OF_LIST) {
            if (bytes[at] == NO_OPERATION) {
                at++;
                continue;
            }
            int length = at + 1 < to ? Bytes.u8(bytes, at + 1) : 0;
            if (length < 2 || length > to - at) {
                clear(view);
                return false;
            }
            option(view, bytes, at, length);
            at += length;
        }
        return true;
    }

    private static void option(SegmentView view, byte[] bytes, int at, int length) {
        int kind = Bytes.u8(bytes, at);
        if (kind == MAX_SEGMENT_SIZE && length == 4) {
            view.maxSegmentSize = Bytes.u16(bytes, at + 2);
        } else if (kind == WINDOW_SCALE && length == 3) {
            view.windowShift = Bytes.u8(bytes, at + 2);
        } else if (kind == SACK_PERMITTED && length == 2) {
            view.sackPermitted = true;
        } else if (kind == TIMESTAMPS && length == TIMESTAMPS_LENGTH) {
            timestamps(view, bytes, at);
        } else if (kind == MPTCP && length == 4 && Bytes.u8(bytes, at + 2) >> 4 == MPTCP_RESET) {
            view.mptcpResetReason = Bytes.u8(bytes, at + 3);
        }
    }

    private static void timestamps(SegmentView view, byte[] bytes, int at) {
        view.timestamps = true;
        view.tsVal = Bytes.i32(bytes, at + 2);
        view.tsEcr = Bytes.i32(bytes, at + 6);
    }
}
