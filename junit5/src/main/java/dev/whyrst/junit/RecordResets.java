package dev.whyrst.junit;

import dev.whyrst.attribution.Cause;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Records the TCP traffic of the loopback interface while a test runs. Afterwards the test fails if there was a RST whose cause is neither
 * allowed nor expected, or if an expected one did not come; the message tells why each was sent, and where the recording lies.
 *
 * <p>A test that declares a parameter of type {@link ResetRecording} can say which ports it means, and ask itself.
 *
 * <p>To record takes libpcap and the permission for it (root, or {@code setcap cap_net_raw+ep} on {@code java}).
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RecordResetsExtension.class)
public @interface RecordResets {

    /** Causes that are no failure. Some look alike on the wire: who allows one allows its {@code alternatives} too. */
    Cause[] allow() default {};

    /** Causes of which there must be at least one RST. */
    Cause[] expect() default {};

    /** Whether a test fails, instead of being skipped, where nothing can be recorded. */
    boolean required() default false;
}
