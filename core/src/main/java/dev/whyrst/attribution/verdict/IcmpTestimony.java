package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.Voice;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.rules.Claim;
import dev.whyrst.attribution.rules.Words;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.IcmpError;
import java.util.ArrayList;
import java.util.List;

/** What routers and filters said of the conversation by ICMP errors: supports a claim or throws doubt on it, decides nothing. */
final class IcmpTestimony {

    private static final int MOST = 2;

    private IcmpTestimony() {}

    /** Adds the errors that speak for or against the best claim. */
    static void hear(Draft draft) {
        draft.best(heard(draft.context(), draft.best()));
    }

    private static Claim heard(RstContext c, Claim claim) {
        if (c.timeline().icmpErrors().isEmpty()) {
            return claim;
        }
        List<Evidence> evidence = new ArrayList<>(claim.evidence());
        int most = evidence.size() + MOST;
        for (IcmpError error : c.timeline().icmpErrors()) {
            Meaning meaning = Meaning.of(error);
            boolean ofThisEnd = error.timeNanos() - c.rst().timeNanos() < Thresholds.ICMP_BELONGS;
            if (ofThisEnd && evidence.size() < most && meaning.concerns(claim.cause())) {
                evidence.add(evidence(c, error, meaning, claim.cause()));
            }
        }
        return claim.with(evidence);
    }

    private static Evidence evidence(RstContext c, IcmpError error, Meaning meaning, Cause cause) {
        long before = c.rst().timeNanos() - error.timeNanos();
        String when = Durations.measured(Math.abs(before)) + (before >= 0 ? " before the RST" : " after the RST");
        return new Evidence(
                cause.hears(Voice.PROHIBITION_AGAINST) ? Stance.AGAINST : Stance.FOR,
                Weight.WEAK,
                error.from() + " said by ICMP, " + when + ", of a segment of " + Words.who(c, error.quoted()) + ": "
                        + meaning.words,
                List.of(error.at()));
    }

    /** What an error says, as far as it matters to a RST. */
    private enum Meaning {
        PROHIBITED("communication prohibited by a filter"),
        PORT("port unreachable, as packet filters say for TCP; hosts say it by a RST"),
        UNREACHABLE("destination unreachable"),
        EXPIRED("TTL exceeded on the way"),
        OTHER("");

        private final String words;

        Meaning(String words) {
            this.words = words;
        }

        /** RFC 792, RFC 1812 section 5.2.7.1, RFC 4443. */
        static Meaning of(IcmpError error) {
            if (error.ipv6()) {
                return switch (error.type()) {
                    case 1 -> ofUnreachable6(error.code());
                    case 3 -> EXPIRED;
                    default -> OTHER;
                };
            }
            return switch (error.type()) {
                case 3 -> ofUnreachable4(error.code());
                case 11 -> EXPIRED;
                default -> OTHER;
            };
        }

        private static Meaning ofUnreachable4(int code) {
            return switch (code) {
                case 9, 10, 13 -> PROHIBITED;
                case 3 -> PORT;
                case 4 -> OTHER;
                default -> UNREACHABLE;
            };
        }

        private static Meaning ofUnreachable6(int code) {
            return switch (code) {
                case 1, 5, 6 -> PROHIBITED;
                case 4 -> PORT;
                default -> UNREACHABLE;
            };
        }

        private boolean concerns(Cause cause) {
            return switch (this) {
                case PROHIBITED, PORT -> cause.hears(Voice.PROHIBITION_FOR) || cause.hears(Voice.PROHIBITION_AGAINST);
                case UNREACHABLE, EXPIRED -> cause.hears(Voice.UNREACHABLE_FOR);
                case OTHER -> false;
            };
        }
    }
}
