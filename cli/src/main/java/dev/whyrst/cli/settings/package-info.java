/**
 * What users write, taken at its word: durations, endpoints, files of settings. Whoever cannot be understood is told in
 * one sentence what is wrong, where, and what was probably meant.
 */
package dev.whyrst.cli.settings;
