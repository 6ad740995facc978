package dev.whyrst.junit;

import dev.whyrst.api.RstFinding;
import dev.whyrst.api.RstReport;
import dev.whyrst.attribution.Cause;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a test allows and expects. */
record Judgement(Set<Cause> allowed, Set<Cause> expected) {

    /** So many RSTs are told; who has more has a problem that the first ones show. */
    private static final int MOST_TOLD = 10;

    static Judgement of(RecordResets wanted) {
        return new Judgement(setOf(wanted.allow()), setOf(wanted.expect()));
    }

    private static Set<Cause> setOf(Cause... causes) {
        Set<Cause> set = EnumSet.noneOf(Cause.class);
        set.addAll(List.of(causes));
        return set;
    }

    /** A line for each thing that is wrong; none where nothing is. */
    List<String> complaints(RstReport report) {
        List<String> complaints = new ArrayList<>();
        List<RstFinding> wrong =
                report.findings().stream().filter(this::isWrong).toList();
        wrong.stream().limit(MOST_TOLD).map(Judgement::told).forEach(complaints::add);
        if (wrong.size() > MOST_TOLD) {
            complaints.add("and " + (wrong.size() - MOST_TOLD) + " more RSTs");
        }
        for (Cause cause : expected) {
            if (report.findings().stream().noneMatch(finding -> finding.cause() == cause)) {
                complaints.add("there was no " + cause.id() + ", which is expected");
            }
        }
        return complaints;
    }

    private boolean isWrong(RstFinding finding) {
        return !allowed.contains(finding.cause()) && !expected.contains(finding.cause());
    }

    private static String told(RstFinding finding) {
        String why = finding.evidence().isEmpty()
                ? finding.settle()
                : finding.evidence().get(0).sentence();
        return "frame " + finding.frame().number() + ", " + finding.sender() + " reset "
                + finding.conversation().initiator() + " to "
                + finding.conversation().responder() + ": " + finding.cause().id() + " ("
                + finding.confidence().label() + "): " + visible(why);
    }

    /** What was sent over the wire must not act on a terminal. */
    private static String visible(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
