package dev.whyrst.capture;

import java.io.IOException;

/** Recognises the format of a capture by its first bytes, never by its name. */
final class FormatSniffer {

    private FormatSniffer() {}

    /**
     * A reader for the format that begins at the window's position.
     *
     * @throws CaptureException when it is none that is read
     */
    static RecordReader recognise(ByteWindow window, Findings findings, String title) throws IOException {
        if (!window.require(4)) {
            throw CaptureException.foreign(
                    title, window.available() == 0 ? "empty, there is nothing to read" : "too short to be a capture");
        }
        int word = Bytes.big32(window.bytes, window.position);
        if (word == PcapngBlock.SECTION_HEADER) {
            need(window, PcapngBlock.minLength(word), "pcapng", title);
            return new PcapngReader(window, findings);
        }
        if (PcapHeader.isMagic(word)) {
            need(window, PcapHeader.LENGTH, "pcap", title);
            return new PcapReader(window, findings);
        }
        if (window.require(8) && SnoopReader.isMagic(window.bytes, window.position)) {
            need(window, SnoopReader.HEADER_LENGTH, "snoop", title);
            return new SnoopReader(window, findings);
        }
        throw CaptureException.foreign(title, ForeignFormat.describe(window, title));
    }

    private static void need(ByteWindow window, int length, String format, String title) throws IOException {
        if (!window.require(length)) {
            String reason =
                    "a " + format + " file that was cut after " + window.available() + " bytes, inside its header";
            throw CaptureException.unreadable(title, reason, null);
        }
    }
}
