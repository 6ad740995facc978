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
    static RecordReader recognise(ByteWindow window, Findings findings, String path) throws IOException {
        if (!window.require(4)) {
            throw CaptureException.foreign(
                    path, window.available() == 0 ? "the file is empty" : "too short to be a capture");
        }
        int word = Bytes.big32(window.bytes, window.position);
        if (word == PcapngBlock.SECTION_HEADER) {
            need(window, PcapngBlock.minLength(word), "pcapng", path);
            return new PcapngReader(window, findings);
        }
        if (PcapHeader.isMagic(word)) {
            need(window, PcapHeader.LENGTH, "pcap", path);
            return new PcapReader(window, findings);
        }
        if (window.require(8) && SnoopReader.isMagic(window.bytes, window.position)) {
            need(window, SnoopReader.HEADER_LENGTH, "snoop", path);
            return new SnoopReader(window, findings);
        }
        throw CaptureException.foreign(path, ForeignFormat.describe(window, path));
    }

    private static void need(ByteWindow window, int length, String format, String path) throws IOException {
        if (!window.require(length)) {
            String reason =
                    "a " + format + " file that was cut after " + window.available() + " bytes, inside its header";
            throw CaptureException.unreadable(path, reason, null);
        }
    }
}
