package dev.whyrst.incident.tell;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Harm;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentKind.Peculiarity;
import dev.whyrst.incident.IncidentScope;
import dev.whyrst.incident.Severity;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import dev.whyrst.incident.scene.Cluster;
import dev.whyrst.incident.scene.Scene;
import dev.whyrst.incident.scene.Share;
import dev.whyrst.incident.scene.Story;
import dev.whyrst.text.DisplayFilter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures stories: how sure, how bad, how far. */
final class Scopes {

    /** A display filter with more endpoints than this is for nobody to read: the ports have to do. */
    private static final int FILTERED_ENDPOINTS = 8;

    private final Scene scene;
    private final CaseTable cases;

    Scopes(Scene scene) {
        this.scene = scene;
        this.cases = scene.cases();
    }

    IncidentScope of(Story story) {
        Cluster own = new Cluster(cases, story.subject(), story.own());
        List<Integer> services = byFrequency(own);
        List<String> endpoints = services.stream()
                .limit(IncidentScope.LISTED)
                .map(scene.endpoints()::text)
                .toList();
        return new IncidentScope(
                confidence(story),
                severity(story),
                story.size(),
                own.distinct(cases::client),
                endpoints,
                services.size() - endpoints.size(),
                new NamesAsked(cases, own).mostFrequent(IncidentScope.LISTED),
                causes(story),
                filter(services),
                fingerprint(story));
    }

    /** The level that the surer half of the connections reach at least, of those that the story stands on. */
    Confidence confidence(Story story) {
        Cluster own = signs(story);
        int certain = own.count(Trait.VERDICT_CERTAIN);
        int high = own.count(Trait.VERDICT_HIGH);
        int low = own.count(Trait.VERDICT_LOW);
        if (Share.half(certain, own.size())) {
            return Confidence.CERTAIN;
        }
        if (Share.half(certain + high, own.size())) {
            return Confidence.HIGH;
        }
        return Share.half(own.size() - low, own.size()) ? Confidence.MEDIUM : Confidence.LOW;
    }

    /** The cases that tell the story: of a service that refused the refusals, of a host that went away what it lost. */
    private Cluster signs(Story story) {
        Cluster own = new Cluster(cases, story.subject(), story.own());
        Cluster signs = own;
        if (story.kind() == IncidentKind.SERVICE_DOWN) {
            signs = own.only(row -> cases.behaviour(row) == Behaviour.REFUSED);
        } else if (story.kind().is(Peculiarity.SHOWN_BY_LOSSES)) {
            signs = own.only(row -> cases.behaviour(row).isAbsence());
        }
        return signs == null ? own : signs;
    }

    /** That of its kind; what is ordinary where nothing was lost costs little where something was. */
    Severity severity(Story story) {
        Severity ofKind = story.kind().severity();
        return story.kind() == IncidentKind.NORMAL_NOISE && isHarmed(story) ? Severity.LOW : ofKind;
    }

    private boolean isHarmed(Story story) {
        for (int row : story.members()) {
            if (cases.harm(row).compareTo(Harm.Level.LIKELY) >= 0) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> byFrequency(Cluster own) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int row : own.rows()) {
            counts.merge(cases.service(row), 1, Integer::sum);
        }
        return Ranking.of(counts).map(Map.Entry::getKey).toList();
    }

    private Map<Cause, Long> causes(Story story) {
        Map<Cause, Long> counts = new EnumMap<>(Cause.class);
        for (int row : story.members()) {
            counts.merge(cases.cause(row), (long) cases.resets(row), Long::sum);
        }
        Map<Cause, Long> sorted = new LinkedHashMap<>();
        Ranking.of(counts).forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private String filter(List<Integer> services) {
        if (services.size() > FILTERED_ENDPOINTS) {
            return "tcp.flags.reset == 1";
        }
        List<String> each = new ArrayList<>();
        for (int service : services) {
            String address = scene.endpoints().text(scene.endpoints().hostOf(service));
            boolean host = scene.endpoints().isHost(service);
            each.add("(" + DisplayFilter.host(address)
                    + (host
                            ? " and tcp)"
                            : " and tcp.port == " + scene.endpoints().port(service) + ")"));
        }
        return String.join(" or ", each);
    }

    /** Ordinary resets are one thing, whatever endpoint has most of them that day. */
    private String fingerprint(Story story) {
        String kind = story.kind().id();
        return story.kind() == IncidentKind.NORMAL_NOISE
                ? kind
                : kind + "/" + scene.endpoints().text(story.subject());
    }
}
