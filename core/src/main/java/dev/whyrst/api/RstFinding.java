package dev.whyrst.api;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Effect;
import dev.whyrst.attribution.Harm;
import dev.whyrst.net.Endpoint;
import dev.whyrst.timeline.FrameRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One RST, and why it was sent.
 *
 * @param id names it within this analysis; incidents list such ids
 * @param frame its frame
 * @param time when it was captured
 * @param cause why it was sent; {@link Cause#UNDETERMINED} where the capture does not tell
 * @param confidence how sure that is
 * @param harm what it did to the applications, and why that is said
 * @param effect what it did to the connection of its receiver
 * @param sender whose address it bears; a device may have sent it in that name
 * @param conversation to which it belongs
 * @param evidence what speaks for the cause, the strongest first, then what speaks against it
 * @param alternatives causes that were considered and lost, the likeliest first
 * @param settle what would settle that which is left open; empty where nothing is
 * @param repeatOf the earlier RST of the same episode that it only repeats
 * @param incident the incident to which it belongs
 */
public record RstFinding(
        String id,
        FrameRef frame,
        Instant time,
        Cause cause,
        Confidence confidence,
        Harm harm,
        Effect effect,
        Endpoint sender,
        RstConversation conversation,
        List<RstEvidence> evidence,
        List<Cause> alternatives,
        String settle,
        Optional<String> repeatOf,
        Optional<String> incident) {}
