/**
 * Values and arithmetic that everybody needs, and nothing else: addresses and endpoints, 32-bit sequence numbers that
 * wrap ({@link dev.whyrst.net.SeqNum}), control bits of TCP, units of time.
 *
 * <p>All of it is immutable or static, allocates nothing that its caller did not ask for, and knows neither captures
 * nor conversations. An address is two longs everywhere ({@link dev.whyrst.net.IpAddress}), so that the hot path can
 * carry one without an object.
 */
package dev.whyrst.net;
