/**
 * The command line: reads the arguments, runs the analysis, writes the reports, tells people what happened.
 *
 * <p>What users type is one table, {@link dev.whyrst.cli.Command} and {@link dev.whyrst.cli.Option}; help, parsing and
 * suggestions come from it. This is the only package that knows the wall clock, the console and exit statuses.
 */
package dev.whyrst.cli;
