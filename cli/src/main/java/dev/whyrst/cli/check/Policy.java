package dev.whyrst.cli.check;

import java.util.List;

/**
 * What recorded traffic has to keep.
 *
 * @param title for people
 * @param file where it was read, or the name under which it ships
 * @param shipped whether it ships with the tool, so that no file of the user's holds it
 * @param damaged what damaged or unreadable input weighs
 * @param withoutTcp what a capture without TCP weighs
 */
public record Policy(String title, String file, boolean shipped, Level damaged, Level withoutTcp, List<Rule> rules) {}
