package dev.whyrst.cli.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whyrst.cli.check.Event.Sort;
import dev.whyrst.cli.settings.EndpointPattern;
import dev.whyrst.cli.settings.UsageException;
import dev.whyrst.net.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads a {@code report.json} item by item: reports hold millions of resets.
 *
 * <p>A RST that repeats another of its episode, and the second sight of one that both of two captures hold, are no events
 * of their own.
 */
final class ReportReader {

    /** The version of the schema whose names are read here. */
    private static final int SCHEMA_VERSION = 2;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final int firstCapture;
    private final Consumer<Event> events;
    private final List<Recording> recordings = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private int version;

    private ReportReader(Path file, int firstCapture, Consumer<Event> events) {
        this.file = file;
        this.firstCapture = firstCapture;
        this.events = events;
    }

    /** Whether a file looks like a report and not like a capture. */
    static boolean isReport(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
            return head.stripLeading().startsWith("{");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Gives the events of the reports to the consumer, in their order.
     *
     * @return the captures that they were made of
     * @throws UsageException when a file is no report, or one of another schema version
     */
    static List<Recording> read(List<Path> files, Consumer<Event> events) {
        List<Recording> recordings = new ArrayList<>();
        for (Path file : files) {
            recordings.addAll(read(file, recordings.size(), events));
        }
        return List.copyOf(recordings);
    }

    private static List<Recording> read(Path file, int firstCapture, Consumer<Event> events) {
        try {
            return new ReportReader(file, firstCapture, events).document();
        } catch (JsonProcessingException e) {
            throw new UsageException(file + ", line " + e.getLocation().getLineNr() + " is no whole report of whyrst: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new UsageException("cannot read the report " + file + ": " + e.getMessage());
        }
    }

    private List<Recording> document() throws IOException {
        try (JsonParser parser = MAPPER.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UsageException(file + " is no report of whyrst");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String section = parser.currentName();
                parser.nextToken();
                section(parser, section);
            }
        }
        checkVersion();
        return recordings;
    }

    private void section(JsonParser parser, String section) throws IOException {
        switch (section) {
            case "schemaVersion" -> version = parser.getIntValue();
            case "captures" -> items(parser, this::capture);
            case "incidents" -> items(parser, this::incident);
            case "failures" -> items(parser, this::failure);
            case "resets" -> items(parser, this::reset);
            default -> parser.skipChildren();
        }
    }

    private void items(JsonParser parser, Consumer<JsonNode> consumer) throws IOException {
        checkVersion();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            consumer.accept(MAPPER.readTree(parser));
        }
    }

    private void checkVersion() {
        if (version != SCHEMA_VERSION) {
            throw new UsageException(file
                    + (version == 0
                            ? " is no report of whyrst"
                            : " has schema version " + version + ", but this whyrst reads " + SCHEMA_VERSION
                                    + "; analyse its captures anew"));
        }
    }

    private void capture(JsonNode item) {
        List<String> problems = new ArrayList<>();
        item.path("problems").forEach(problem -> problems.add(problem.asText()));
        String path = item.path("path").asText();
        indices.put(path, recordings.size());
        recordings.add(new Recording(
                path,
                item.path("frames").asLong(),
                item.path("tcpSegments").asLong(),
                item.path("conversations").asLong(),
                span(
                        item.path("firstTimestamp").asText(),
                        item.path("lastTimestamp").asText()),
                item.path("end").asText("complete").equals("complete"),
                problems));
    }

    private static Duration span(String first, String last) {
        try {
            return Duration.between(Instant.parse(first), Instant.parse(last));
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    private void reset(JsonNode item) {
        if (isText(item, "repeatOf") || isText(item, "copyOf") || isSecondSight(item)) {
            return;
        }
        JsonNode conversation = item.path("conversation");
        events.accept(new Event(
                Sort.RESET,
                capture(item.path("capture").asText()),
                item.path("cause").asText(),
                item.path("emitter").asText(),
                List.of(endpoint(conversation.path("responder"))),
                endpoint(conversation.path("initiator")),
                conversation.path("serverName").asText(""),
                item.path("harm").path("level").asText(),
                item.path("confidence").path("level").asText(),
                1,
                item.path("frame").asLong(),
                firstEvidence(item)));
    }

    /** The RSTs of the peer capture come after those of the inputs; one that both hold is told with the first. */
    private boolean isSecondSight(JsonNode item) {
        return item.path("peerFrame").isObject()
                && capture(item.path("capture").asText()) > firstCapture
                && capture(item.path("peerFrame").path("capture").asText()) == firstCapture;
    }

    private int capture(String path) {
        return firstCapture + indices.getOrDefault(path, 0);
    }

    private static boolean isText(JsonNode item, String field) {
        return item.path(field).isTextual();
    }

    private static String firstEvidence(JsonNode item) {
        return item.path("evidence").path(0).path("statement").asText("");
    }

    private void incident(JsonNode item) {
        grouped(Sort.INCIDENT, item, 1, 0);
    }

    private void failure(JsonNode item) {
        long connections = Math.max(1, item.path("connections").asLong(1));
        grouped(
                Sort.FAILURE,
                item,
                connections,
                item.path("frames").path(0).path("frame").asLong(0));
    }

    /** What reports tell of several connections at once; only incidents have harm and confidence. */
    private void grouped(Sort sort, JsonNode item, long count, long frame) {
        events.accept(new Event(
                sort,
                firstCapture,
                item.path("kind").asText(),
                "",
                endpoints(item),
                null,
                "",
                item.path("harm").path("level").asText(),
                item.path("confidence").path("level").asText(),
                count,
                frame,
                item.path("statement").asText()));
    }

    /** All endpoints where the report lists them, otherwise the one that it names. */
    private static List<Endpoint> endpoints(JsonNode item) {
        List<Endpoint> endpoints = new ArrayList<>();
        item.path("endpoints").forEach(endpoint -> add(endpoints, endpoint));
        if (endpoints.isEmpty()) {
            add(endpoints, item.path("endpoint"));
        }
        return List.copyOf(endpoints);
    }

    private static void add(List<Endpoint> endpoints, JsonNode node) {
        if (node.isObject()) {
            endpoints.add(endpoint(node));
        } else if (node.isTextual()) {
            EndpointPattern.parse(node.asText()).single().ifPresent(endpoints::add);
        }
    }

    private static Endpoint endpoint(JsonNode node) {
        return EndpointPattern.endpoint(
                node.path("address").asText(), node.path("port").asInt());
    }
}
