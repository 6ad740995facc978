/**
 * Scenarios: a conversation written as text, one segment a line, and played into the bytes of a capture.
 *
 * <p>{@link dev.whyrst.scenario.Scenario} is the front door. A scenario begins with {@code # whyrst scenario 1}; the
 * lines are:
 *
 * <pre>
 * capture  format=pcap-us link=ethernet          format: pcap-us, pcap-ns, pcapng; link: ethernet, raw; vlan=N; snap=N
 * tool     --so-rcvtimeo 100ms                   options for the analysis
 * host A   10.0.0.89 port=49152 stack=linux hops=0
 * conversation A:49153 &gt; B                       the ports that A and B stand for from here on
 * TIME     A &gt; B  SYN mss=1460                   a segment
 * TIME     B restarts                            B forgets its connections
 * </pre>
 *
 * <p>TIME is an instant in UTC for the first segment, then {@code +40us} after the line before (ns, us, ms, s, min, h), or
 * again an instant. What a stack would fill in is filled in: numbers, window, options, TTL, IP-ID. The words of a segment:
 *
 * <ul>
 *   <li>{@code data=5000}, {@code data="GET / HTTP/1.1\r\n\r\n"}, {@code data=hex:0d0a}, {@code data=client-hello:NAME},
 *       {@code data=tls-data:LENGTH}, {@code data=close-notify}, {@code data=tls-alert}
 *   <li>{@code as=NAME} names the segment for later lines
 *   <li>{@code answers} or {@code answers=NAME}: a RST that answers the peer's last (or the named) segment, with the numbers
 *       of RFC 9293 section 3.5.2; a RST without this word is an abort with SND.NXT and RCV.NXT
 *   <li>{@code again[=NAME]} retransmits, {@code copy[=NAME]} repeats the same bytes (a duplicate of the capture),
 *       {@code probe} is a keep-alive probe: SEQ = SND.NXT - 1
 *   <li>{@code before=NAME}: sent before the sender had received that segment
 *   <li>{@code lost}: neither captured nor received; {@code dropped}: captured, not received; {@code uncaptured}: received,
 *       not captured
 *   <li>{@code seq=N}, {@code ack=N} relative to the ISN, {@code seq=+N} relative to what they would be, {@code seq=raw:N};
 *       {@code iss=N} the ISN itself
 *   <li>{@code win=N} raw field, from then on; {@code ttl=N} as captured; {@code ipid=N}; {@code tos=N}; {@code flow=N} (IPv6),
 *       {@code flow=connection}; {@code win=mirror}, {@code ipid=mirror}: as in the segment that it answers
 *   <li>{@code ts}, {@code no-ts}, {@code ts=N}, {@code mss=N}, {@code ws=N}, {@code no-ws}, {@code no-sack}, {@code
 *       no-options}, {@code df}, {@code no-df}, {@code mptcp=REASON}
 *   <li>{@code by=M}: host M put it on the wire in the sender's name
 * </ul>
 *
 * <p>Each line with RST ends with its expectation: {@code # expect CAUSE [CONFIDENCE] [or CAUSE] [not CAUSE] [by EMITTER]
 * [repeat] [; text]}. CONFIDENCE is {@code certain}, {@code high+} (or surer), {@code <=medium} (or less sure).
 *
 * <p>What must be told of the whole stands in lines of its own: {@code # expect incident KIND [at B:8080]}, {@code at B} for a
 * host, and {@code # expect no incident KIND [at B:8080]}; {@code # expect failure KIND [at B:443]} for what fails without a RST,
 * and {@code # expect no failure [KIND [at B:443]]}.
 *
 * <p>{@link dev.whyrst.scenario.Case} plays a few lines in memory, for tests that ask one fact or one rule.
 */
package dev.whyrst.scenario;
