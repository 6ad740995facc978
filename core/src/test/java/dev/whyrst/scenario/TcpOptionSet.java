package dev.whyrst.scenario;

/**
 * The TCP options of a segment; -1 or false for those that it does not have.
 *
 * @param mss maximum segment size
 * @param windowShift window scale
 * @param sackPermitted SACK permitted
 * @param timestamps whether timestamps are present
 * @param tsVal their value
 * @param tsEcr their echo
 * @param mptcpResetReason reason of MP_TCPRST
 */
record TcpOptionSet(
        int mss,
        int windowShift,
        boolean sackPermitted,
        boolean timestamps,
        int tsVal,
        int tsEcr,
        int mptcpResetReason) {

    static final TcpOptionSet NONE = new TcpOptionSet(-1, -1, false, false, 0, 0, -1);

    TcpOptionSet withTimestamps(int value, int echo) {
        return new TcpOptionSet(mss, windowShift, sackPermitted, true, value, echo, mptcpResetReason);
    }

    TcpOptionSet withMptcpReset(int reason) {
        return new TcpOptionSet(mss, windowShift, sackPermitted, timestamps, tsVal, tsEcr, reason);
    }
}
