package dev.whyrst.api;

import java.util.List;

/**
 * How far the captures could be read, and what is in doubt.
 *
 * @param captures the inputs, by the numbers that frames give
 * @param unseen frames of which it is not known whether they hold a RST
 * @param vantage where the capture seems to have been made and why, one sentence
 * @param notes one sentence for each bound that was reached or doubt about the whole input
 * @param errors one sentence for each kind of thing that is missing because of an internal error
 */
public record RstQuality(
        List<CaptureQuality> captures, long unseen, String vantage, List<String> notes, List<String> errors) {

    /** Whether all captures were read to their ends, and nothing is missing. */
    public boolean complete() {
        return errors.isEmpty() && captures.stream().allMatch(CaptureQuality::complete);
    }
}
