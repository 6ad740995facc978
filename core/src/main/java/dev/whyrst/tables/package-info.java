/**
 * What is known of products: tables that ship as resources, {@code tables/*.csv}, so that a new release of a product is
 * a line of data and no change of code.
 *
 * <p>A table says in comments what its columns mean, where its rows come from and when that was looked up. Whoever
 * needs one reads it once through {@link dev.whyrst.tables.DataTable}, when its class is loaded, and compiles it into
 * what is fast to ask: nothing reads a table while frames pass. What the cells mean this package does not know.
 */
package dev.whyrst.tables;
