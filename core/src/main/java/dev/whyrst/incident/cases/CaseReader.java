package dev.whyrst.incident.cases;

import static dev.whyrst.incident.IncidentThresholds.QUIET_NANOS;
import static dev.whyrst.incident.IncidentThresholds.SEASONED_NANOS;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Effect;
import dev.whyrst.attribution.Harm;
import dev.whyrst.attribution.Shape;
import dev.whyrst.incident.StoryName;
import dev.whyrst.timeline.Renaming;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;

/**
 * What incidents need to know of a conversation, read off the attribution of its first RST. One object is used again
 * and again: the fields are valid until the next {@link #read}.
 */
final class CaseReader {

    private final EndpointTable endpoints;
    private final Lookback back = new Lookback();
    private final Dialogue dialogue = new Dialogue();
    private final LastAct act = new LastAct();

    final TraitSet traits = new TraitSet();

    /** Time of the RST by the clock of its capture. */
    long nanos;

    /** When the end that ended the conversation did so. */
    long ended;

    long pause;
    long silence;
    int service;
    int client;
    int clientPort;
    int farewell;
    String name = "";
    Behaviour behaviour = Behaviour.STRAY;
    Cause cause = Cause.UNDETERMINED;
    Harm.Level harm = Harm.Level.UNKNOWN;

    CaseReader(EndpointTable endpoints) {
        this.endpoints = endpoints;
    }

    /** Reads the first RST of a conversation. */
    void read(Attribution attribution, StoryName called) {
        Timeline timeline = attribution.timeline();
        back.from(attribution);
        nanos = back.reset().timeNanos();
        cause = attribution.cause();
        harm = attribution.harm().level();
        name = timeline.serverName();
        traits.clear();
        talk(attribution);
        behaviour = WhoEndedIt.behaviour(back, traits);
        traits.add(Trait.IGNORED, behaviour == Behaviour.CUT_ON_PATH && isIgnored(timeline));
        Side server = server();
        parties(called, server);
        act.read(back, behaviour, server, traits);
        ended = act.ended;
        pause = act.pause;
        farewell = act.farewell;
        silence();
        judge(attribution);
        timeline.renaming().ifPresent(this::renamed);
    }

    private void talk(Attribution attribution) {
        Segment said = back.lastPayload(Side.RESPONDER);
        dialogue.read(back.timeline(), back.lastPayload(), said, traits);
        long synAcks =
                back.timeline().segments().stream().filter(Segment::isSynAck).count();
        traits.add(Trait.SYN_ACK_REPEATED, synAcks > 1);
        traits.add(Trait.HAND_MADE, !WhoEndedIt.isOpenedByStack(back));
        traits.add(Trait.UNREAD, attribution.unreadBytes() > 0);
        traits.add(Trait.SAID_UNASKED, said != null && back.isAfterExchange(said));
        traits.add(Trait.PASSIVE, attribution.shape() != Shape.ACTIVE);
    }

    private static boolean isIgnored(Timeline timeline) {
        for (Reset reset : timeline.resets()) {
            if (Effect.of(timeline, reset) != Effect.IGNORED) {
                return false;
            }
        }
        return true;
    }

    /** Who served. Of a connection that was lost, the end that lost it counts as the server. */
    private Side server() {
        if (behaviour == Behaviour.STRAY || behaviour == Behaviour.LOST) {
            return back.reset().from();
        }
        return behaviour == Behaviour.SILENT ? back.reset().from().opposite() : Side.RESPONDER;
    }

    private void parties(StoryName called, Side server) {
        int serving = endpoints.of(called.endpoint(server));
        boolean byHost = server == Side.INITIATOR && behaviour != Behaviour.STRAY;
        service = byHost ? endpoints.hostOf(serving) : serving;
        client = endpoints.hostOf(endpoints.of(called.endpoint(server.opposite())));
        clientPort = called.endpoint(server.opposite()).port();
    }

    private void silence() {
        long quiet = back.quietNanos();
        long gap = back.longestOfLastGaps();
        traits.add(Trait.SEASONED, ended - back.begin().timeNanos() >= SEASONED_NANOS);
        traits.add(Trait.PAUSED, pause >= quiet);
        traits.add(Trait.AFTER_SILENCE, gap >= quiet);
        silence = behaviour == Behaviour.SERVER_CLOSED ? pause : gap;
    }

    /** What the verdict tells beside its cause. */
    private void judge(Attribution attribution) {
        boolean bothKnown = back.timeline().ofInitiator().isnKnown()
                && back.timeline().ofResponder().isnKnown();
        boolean lost = behaviour == Behaviour.LOST || behaviour == Behaviour.SILENT;
        traits.add(Trait.MISDIRECTED, cause == Cause.NONEXISTENT_CONNECTION && bothKnown);
        traits.add(Trait.VERDICT_CERTAIN, attribution.confidence() == Confidence.CERTAIN);
        traits.add(Trait.VERDICT_HIGH, attribution.confidence() == Confidence.HIGH);
        traits.add(Trait.VERDICT_LOW, attribution.confidence() == Confidence.LOW);
        traits.add(
                Trait.UNSURE,
                attribution.confidence() == Confidence.LOW || lost && attribution.confidence() == Confidence.MEDIUM);
    }

    /** The device that forgot it, not what is left of it under its new name, tells what happened to the connection. */
    private void renamed(Renaming renaming) {
        behaviour = Behaviour.CUT_ON_PATH;
        silence = back.begin().timeNanos() - renaming.lastNanos();
        pause = silence;
        traits.add(Trait.RENAMED);
        traits.add(Trait.ASKED);
        traits.add(Trait.ANSWERED);
        traits.add(Trait.PAUSED, silence >= QUIET_NANOS);
        traits.add(Trait.AFTER_SILENCE, silence >= QUIET_NANOS);
    }
}
