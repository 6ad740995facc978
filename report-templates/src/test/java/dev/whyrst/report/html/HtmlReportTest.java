package dev.whyrst.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.report.Golden;
import dev.whyrst.report.ModelFixtures;
import dev.whyrst.report.Stories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    @Test
    void a_page_about_one_reset_is_as_it_was() throws IOException {
        Golden.assertSame("one.html", withoutStyle(oneReset()));
    }

    @Test
    void a_page_about_nothing_is_as_it_was() throws IOException {
        Golden.assertSame("nothing.html", withoutStyle(page(ModelFixtures.nothing(2), List.of())));
    }

    @Test
    void the_verdict_is_the_first_sentence() throws IOException {
        assertThat(heading(oneReset()))
                .isEqualTo("10.0.0.89:49660 reset its connection with 10.0.0.27:8888: the connect request timed out.");
        assertThat(heading(outage()))
                .startsWith("10.0.0.27 restarted at 15:01:27")
                .endsWith("That is 3 of 9 resets.");
    }

    @Test
    void a_crumb_is_not_told_as_the_whole() throws IOException {
        AnalysisSummary outage = ModelFixtures.outageSummary();
        AnalysisSummary large = new AnalysisSummary(
                outage.options(),
                outage.captures(),
                outage.causes(),
                outage.incidents(),
                6000,
                6000,
                outage.harm(),
                0,
                0,
                "",
                List.of());

        assertThat(heading(page(large, List.of())))
                .startsWith("6,000 resets of ")
                .contains("The worst of 1 incident, with 3 of them: 10.0.0.27 restarted at 15:01:27");
    }

    @Test
    void a_capture_without_resets_says_so_and_names_silent_deaths() throws IOException {
        assertThat(heading(page(ModelFixtures.nothing(0), List.of())))
                .isEqualTo("No connection was reset in this capture. It holds no TCP segment at all.");
        assertThat(heading(page(ModelFixtures.nothing(2), List.of())))
                .isEqualTo("No connection was reset in this capture. But 2 died in silence: "
                        + "their retries were exhausted without any RST.");
    }

    @Test
    void hostile_text_is_shown_and_does_nothing() throws IOException {
        String page = outage();
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "\\u202egnp.exe", "${7*7}")
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("\u202e", "\u2066", "\u200b", "\u0000", "\u001b", "\u009b", "\r");
        assertThat(page.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
                .isEmpty();
    }

    @Test
    void the_page_loads_nothing_and_runs_nothing() throws IOException {
        String page = outage();
        assertThat(page).contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
        assertThat(page).doesNotContain("<link", "<img", "<iframe", "@import", "javascript:", " onclick", " style=");
        assertThat(matches(page, "https?://[^\"]*")).containsOnly("http://www.w3.org/2000/svg");
        assertThat(matches(page, "url\\([^)]*\\)"))
                .allSatisfy(url -> assertThat(url).startsWith("url(#"));
    }

    @Test
    void every_link_within_the_page_has_its_target_and_every_id_is_there_once() throws IOException {
        String page = outage();
        List<String> ids = matches(page, " id=\"([^\"]*)\"");
        assertThat(ids).doesNotHaveDuplicates().contains("rst-1", "incident-1", "cause-handshake-timeout");
        assertThat(matches(page, " href=\"#([^\"]*)\"")).isNotEmpty().allSatisfy(target -> assertThat(ids)
                .contains(target));
    }

    @Test
    void every_element_that_is_opened_is_closed() throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (String page : List.of(outage(), oneReset(), page(ModelFixtures.nothing(0), List.of()))) {
            String xml = page.replaceFirst("<!DOCTYPE html>", "")
                    .replaceAll("<(meta|br)\\b([^>]*)>", "<$1$2/>")
                    .replaceAll("(<details[^>]*) open>", "$1 open=\"\">");
            assertThat(parser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                            .getElementsByTagName("main")
                            .getLength())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_page_does_not_depend_on_locale_and_time_zone() throws IOException {
        String here = outage();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(outage()).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void what_does_not_fit_is_counted() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HtmlReport report = new HtmlReport(out, "1.2.3", FrameBytes.none(), 4)) {
            ModelFixtures.write(report, ModelFixtures.outageSummary(), ModelFixtures.outage());
        }
        String page = out.toString(StandardCharsets.UTF_8);
        assertThat(page).contains("4 of 9 resets: each cause and each incident is represented");
        assertThat(matches(page, "<details class=\"reset")).hasSize(4);
    }

    @Test
    void frames_that_cannot_be_read_again_cost_only_their_anatomy() throws IOException {
        List<Attribution> one = List.of(Stories.handshakeTimeout().end("rst-1"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameBytes gone = frames -> {
            throw new IOException("the file is gone");
        };
        try (HtmlReport report = new HtmlReport(out, "1.2.3", gone)) {
            ModelFixtures.write(report, ModelFixtures.summaryOf(one), one);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .doesNotContain("Anatomy")
                .contains("configured timeout 100 ms");
    }

    @Test
    void the_page_of_a_cause_is_shown_as_prose_with_bullets_and_code() throws IOException {
        assertThat(outage())
                .contains("<li>Raise <code>net.core.somaxconn</code>.</li>", "<p>What handshake-timeout means,");
    }

    @Test
    void the_kind_of_an_incident_is_told_once_behind_the_resets() throws IOException {
        String page = outage();
        assertThat(page)
                .containsOnlyOnce("<h2>About these kinds of incident</h2>")
                .containsOnlyOnce("<a href=\"#kind-server-restart\">server restart</a>")
                .containsOnlyOnce("<code>whyrst explain server-restart</code>");
        assertThat(page.indexOf("id=\"kind-server-restart\"")).isGreaterThan(page.indexOf("id=\"rst-9\""));
        assertThat(oneReset()).doesNotContain("About these kinds");
    }

    private static String outage() throws IOException {
        return page(ModelFixtures.outageSummary(), ModelFixtures.outage());
    }

    private static String oneReset() throws IOException {
        List<Attribution> one = List.of(Stories.handshakeTimeout().end("rst-1"));
        return page(ModelFixtures.summaryOf(one), one);
    }

    private static String page(AnalysisSummary summary, List<Attribution> resets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HtmlReport report = new HtmlReport(
                out, "1.2.3", ModelFixtures.frames(), HtmlReport.DEFAULT_LIMIT, ModelFixtures::causePage)) {
            ModelFixtures.write(report, summary, resets);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String withoutStyle(String page) {
        return page.replaceFirst("(?s)<style>.*?</style>", "<style></style>");
    }

    private static String heading(String page) {
        return matches(page, "<h1>([^<]*)</h1>").get(0);
    }

    private static List<String> matches(String text, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }
}
