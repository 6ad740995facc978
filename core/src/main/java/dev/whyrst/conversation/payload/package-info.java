/**
 * What the first bytes of a payload look like, and nothing of what they mean for the connection: requests, answers, TLS
 * records, notices of servers, and the name that a client asks for.
 *
 * <p>{@link dev.whyrst.conversation.payload.PayloadGlance} is asked for every segment with payload, by any thread; it
 * compares a few bytes. {@code ServerNotice} and {@code ServerError} know by the tables {@code server-notices}, {@code
 * notice-words} and {@code server-errors} how products say that they end a connection: a new product is a row there.
 * {@link dev.whyrst.conversation.payload.ServerNames} keeps the first name of each live conversation, at most so many.
 *
 * <p>Payload is hostile text: lengths in it are held against what was captured, and names are cut. No streams are put
 * together here; what lies across two segments is not seen.
 */
package dev.whyrst.conversation.payload;
