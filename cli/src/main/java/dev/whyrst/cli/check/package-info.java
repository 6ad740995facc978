/**
 * The gate: holds recorded traffic against a policy. A {@link dev.whyrst.cli.check.Policy} is read from a file, reports
 * are read as a stream of events, the judge counts what each rule selects, and the writers tell the result in the formats
 * of build servers.
 *
 * <p>Captures are analysed first and then judged by the report that came of them, so that a capture and its saved report
 * give the same result.
 */
package dev.whyrst.cli.check;
