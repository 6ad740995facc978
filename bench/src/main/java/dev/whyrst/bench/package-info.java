/** Benchmarks of the stages of an analysis. */
package dev.whyrst.bench;
