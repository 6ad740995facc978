/**
 * Tests that fail when connections were reset: {@link dev.whyrst.junit.RecordResets} records the loopback interface while a test runs,
 * and holds each RST against what the test allows and expects.
 */
package dev.whyrst.junit;
