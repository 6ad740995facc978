package dev.whyrst.capture;

/** How the reading of one file ended. */
public enum CaptureEnd {
    /** The last record ended where the file ends. */
    COMPLETE,
    /** The file ends inside a record: cut while being written or copied. */
    TRUNCATED,
    /** A record or block contradicts the format; what could be read around it was read. */
    DAMAGED
}
