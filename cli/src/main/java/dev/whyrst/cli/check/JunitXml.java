package dev.whyrst.cli.check;

import dev.whyrst.report.text.VisibleText;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A check as JUnit's XML: a test case for each rule, the evidence in its failure. */
final class JunitXml {

    private final CheckResult check;
    private final XMLStreamWriter xml;

    private JunitXml(CheckResult check, XMLStreamWriter xml) {
        this.check = check;
        this.xml = xml;
    }

    static String of(CheckResult check) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JunitXml(check, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory cannot fail", e);
        }
        return text.append('\n').toString();
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line("\n");
        xml.writeStartElement("testsuites");
        counts();
        line("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean("whyrst: " + check.policy().title()));
        counts();
        for (RuleResult result : check.all()) {
            testCase(result);
        }
        line("\n  ");
        xml.writeEndElement();
        line("\n");
        xml.writeEndElement();
    }

    private void counts() throws XMLStreamException {
        xml.writeAttribute("tests", String.valueOf(check.all().size()));
        xml.writeAttribute(
                "failures",
                String.valueOf(check.all().stream().filter(RuleResult::isError).count()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute(
                "skipped",
                String.valueOf(
                        check.all().stream().filter(RuleResult::isSkipped).count()));
        xml.writeAttribute("time", "0");
    }

    private void testCase(RuleResult result) throws XMLStreamException {
        line("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute(
                "classname", "whyrst." + clean(check.policy().title()).replace('.', ' '));
        xml.writeAttribute("name", clean(result.title()));
        xml.writeAttribute("time", "0");
        if (result.isError()) {
            element("failure", result, "type", "whyrst." + result.level().id());
        } else if (result.isSkipped()) {
            element("skipped", result, "", "");
        } else {
            line("\n      ");
            xml.writeStartElement("system-out");
            xml.writeCharacters(clean((result.isWarning() ? "warning: " : "") + summary(result)));
            xml.writeEndElement();
        }
        line("\n    ");
        xml.writeEndElement();
    }

    private void element(String name, RuleResult result, String attribute, String value) throws XMLStreamException {
        line("\n      ");
        xml.writeStartElement(name);
        xml.writeAttribute("message", clean(result.summary()));
        if (!attribute.isEmpty()) {
            xml.writeAttribute(attribute, value);
            xml.writeCharacters(clean(summary(result)));
        }
        xml.writeEndElement();
    }

    private String summary(RuleResult result) {
        return result.summary() + ExampleText.lines(result.examples(), check.recordings());
    }

    private void line(String indent) throws XMLStreamException {
        xml.writeCharacters(indent);
    }

    /** XML 1.0 cannot hold most control characters, escaped or not; line ends stay. */
    private static String clean(String text) {
        return text.lines().map(VisibleText::of).reduce((a, b) -> a + "\n" + b).orElse("");
    }
}
