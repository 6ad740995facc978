package dev.whyrst.capture;

import java.io.IOException;

/** Recognises the format of a capture by its first bytes, never by its name. */
final class FormatSniffer {

    private FormatSniffer() {}

    /** A reader for the format that begins at the window's position. */
    static RecordReader recognise(ByteWindow window, Findings findings, String path) throws IOException {
        if (!window.require(4)) {
            throw new CaptureException(
                    path + (window.available() == 0 ? ": the file is empty" : ": too short to be a capture"));
        }
        int word = Bytes.big32(window.bytes, window.position);
        if (word == PcapngBlock.SECTION_HEADER) {
            return new PcapngReader(window, findings);
        }
        if (!PcapHeader.isMagic(word)) {
            throw new CaptureException(path + ": not a capture (neither pcap nor pcapng)");
        }
        if (!window.require(PcapHeader.LENGTH)) {
            throw new CaptureException(path + ": the file ends inside its pcap header");
        }
        return new PcapReader(window, findings);
    }
}
