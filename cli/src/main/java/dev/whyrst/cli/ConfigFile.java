package dev.whyrst.cli;

import dev.whyrst.cli.Configuration.Listed;
import dev.whyrst.cli.Configuration.Setting;
import dev.whyrst.cli.settings.Durations;
import dev.whyrst.cli.settings.EndpointPattern;
import dev.whyrst.cli.settings.SettingsReader;
import dev.whyrst.cli.settings.SettingsReader.Place;
import dev.whyrst.cli.settings.UsageException;
import dev.whyrst.incident.KnownTimer;
import dev.whyrst.incident.KnownTimer.Ending;
import dev.whyrst.report.text.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a configuration file:
 *
 * <pre>
 * timeouts:
 *   - endpoint: 10.0.0.27:8888
 *     soRcvTimeo: 100ms
 * timers:
 *   - name: our firewall
 *     idle: 30m
 *     then: both-ends
 * soRcvTimeo: 3s
 * format: [html, json]
 * perFile: true
 * color: never
 * </pre>
 */
final class ConfigFile {

    private static final String TIMEOUTS = "timeouts";
    private static final String TIMERS = "timers";
    private static final String NAME = "name";
    private static final String IDLE = "idle";
    private static final String THEN = "then";
    private static final int LONGEST_NAME = 100;
    private static final String ENDPOINT = "endpoint";
    private static final String SO_RCVTIMEO = "soRcvTimeo";
    private static final String FORMAT = "format";
    private static final String PER_FILE = "perFile";
    private static final String COLOR = "color";

    /** The keys of the file. */
    static final List<String> KEYS = List.of(TIMEOUTS, TIMERS, SO_RCVTIMEO, FORMAT, PER_FILE, COLOR);

    private final SettingsReader reader;
    private final List<ConfiguredTimeouts.Rule> timeouts = new ArrayList<>();
    private final List<KnownTimer> timers = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private final List<Listed> listed = new ArrayList<>();

    /** The item that is being read, as far as it has been. */
    private EndpointPattern endpoints;

    private String endpointText;

    private String name;
    private long nanos;
    private Ending ending;

    private ConfigFile(SettingsReader reader) {
        this.reader = reader;
    }

    /**
     * What the file says.
     *
     * @throws UsageException when the file cannot be read or says something else
     */
    static Configuration read(Path file) {
        return SettingsReader.read("configuration", file, reader -> new ConfigFile(reader).document());
    }

    private Configuration document() throws IOException {
        reader.document(KEYS, key -> {
            int line = reader.place().line();
            switch (key) {
                case TIMEOUTS -> reader.list(key, this::timeout);
                case TIMERS -> reader.list(key, this::timer);
                case SO_RCVTIMEO -> set(Option.SO_RCVTIMEO, reader.value(key, ConfigFile::duration), line);
                case FORMAT -> formats(key);
                case PER_FILE -> perFile(key, line);
                default -> set(Option.COLOR, reader.value(key, ConfigFile::color), line);
            }
        });
        return new Configuration(
                List.copyOf(timeouts), List.copyOf(timers), List.copyOf(settings), List.copyOf(listed));
    }

    private void set(Option option, String value, int line) {
        settings.add(new Setting(option, value, line));
    }

    private void perFile(String key, int line) throws IOException {
        if (reader.value(key, text -> SettingsReader.oneOf(text, List.of("true", "false")))
                .equals("true")) {
            set(Option.PER_FILE, "", line);
        }
    }

    private void formats(String key) throws IOException {
        Place start = reader.place();
        Set<String> formats = reader.values(key, ConfigFile::format);
        if (formats.isEmpty()) {
            throw reader.complaint(start, key + " names none");
        }
        set(Option.FORMAT, String.join(",", formats), start.line());
    }

    private static String duration(String text) {
        Durations.parseNanos(text);
        return text;
    }

    private static String format(String text) {
        return SettingsReader.oneOf(text, Choices.of(Option.FORMAT));
    }

    private static String color(String text) {
        return SettingsReader.oneOf(text, Choices.of(Option.COLOR));
    }

    private void timeout() throws IOException {
        Place start = reader.place();
        endpoints = null;
        nanos = 0;
        reader.mapping("each of the " + TIMEOUTS, List.of(ENDPOINT, SO_RCVTIMEO), key -> {
            if (key.equals(ENDPOINT)) {
                endpoints = reader.value(key, EndpointPattern::parse);
                endpointText = reader.value(key, text -> text);
            } else {
                nanos = reader.value(key, Durations::parseNanos);
            }
        });
        if (endpoints == null || nanos == 0) {
            throw missing(start, TIMEOUTS, endpoints == null ? ENDPOINT : SO_RCVTIMEO);
        }
        timeouts.add(new ConfiguredTimeouts.Rule(endpoints, nanos));
        listed.add(new Listed(TIMEOUTS, endpointText + " " + Wording.duration(nanos), start.line()));
    }

    private void timer() throws IOException {
        Place start = reader.place();
        name = "";
        nanos = 0;
        ending = null;
        reader.mapping("each of the " + TIMERS, List.of(NAME, IDLE, THEN), key -> {
            switch (key) {
                case NAME -> name = reader.value(key, ConfigFile::timerName);
                case IDLE -> nanos = reader.value(key, Durations::parseNanos);
                default -> ending = reader.value(key, ConfigFile::ending);
            }
        });
        if (name.isEmpty() || nanos == 0 || ending == null) {
            throw missing(start, TIMERS, name.isEmpty() ? NAME : nanos == 0 ? IDLE : THEN);
        }
        timers.add(new KnownTimer(name, nanos, ending));
        listed.add(new Listed(TIMERS, name + ", " + Wording.duration(nanos) + ", " + ending.id(), start.line()));
    }

    private UsageException missing(Place start, String list, String key) {
        return reader.complaint(start, "one of the " + list + " has no " + key);
    }

    private static String timerName(String text) {
        if (text.isBlank() || text.length() > LONGEST_NAME) {
            throw new UsageException("a name has 1 to " + LONGEST_NAME + " characters");
        }
        return text.strip();
    }

    private static Ending ending(String text) {
        return Ending.byId(SettingsReader.oneOf(
                text, Stream.of(Ending.values()).map(Ending::id).toList()));
    }
}
