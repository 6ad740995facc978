package dev.whyrst.cli.check;

import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One rule of a policy.
 *
 * @param name what results call it; unique within its policy
 * @param line where it stands in the policy file, from 1
 * @param count limit of a LIMIT, least number of an EXPECT, which always has one
 * @param perMinute limit of events a minute of recorded time
 * @param share limit of events as a part of the conversations, 0 to 1
 * @param sample conversations below which rate and share are not judged
 * @param reason why an ALLOW is right; empty elsewhere
 * @param until last day of an ALLOW, null for ever
 */
record Rule(
        String name,
        int line,
        Level level,
        Verb verb,
        Selector selector,
        OptionalLong count,
        OptionalDouble perMinute,
        OptionalDouble share,
        long sample,
        String reason,
        LocalDate until) {

    /** What a rule says of the events that it selects. */
    enum Verb {
        /** There must be none. */
        FORBID,
        /** There must be no more than so many. */
        LIMIT,
        /** There must be so many at least. */
        EXPECT,
        /** They are known: no forbid and no limit counts them. */
        ALLOW
    }

    /** Whether an exception has run out on that day. */
    boolean expired(LocalDate today) {
        return until != null && today.isAfter(until);
    }

    /** The same rule in another line: of a policy that extends its own. */
    Rule at(int otherLine) {
        return new Rule(name, otherLine, level, verb, selector, count, perMinute, share, sample, reason, until);
    }
}
