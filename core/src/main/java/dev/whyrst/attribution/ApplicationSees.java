package dev.whyrst.attribution;

/**
 * What each application learns of the RST.
 *
 * @param initiator error names such as {@code ECONNREFUSED}, {@code ECONNRESET}, {@code EPIPE on the second write}; or {@code nothing}
 * @param responder the same for the other end
 */
public record ApplicationSees(String initiator, String responder) {}
