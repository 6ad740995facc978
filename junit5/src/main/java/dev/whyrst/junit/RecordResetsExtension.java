package dev.whyrst.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** See {@link RecordResets}. */
final class RecordResetsExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RecordResetsExtension.class);

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        Path file =
                Files.createTempFile("whyrst-" + test.getRequiredTestMethod().getName() + "-", ".pcap");
        try {
            LoopbackRecorder recorder = LoopbackRecorder.start(file);
            test.getStore(NAMESPACE).put(ResetRecording.class, new ResetRecording(recorder));
        } catch (CannotRecordException e) {
            Files.delete(file);
            if (wanted(test).required()) {
                throw new AssertionFailedError(e.getMessage(), e);
            }
            throw new TestAbortedException(e.getMessage(), e);
        }
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        ResetRecording recording = test.getStore(NAMESPACE).get(ResetRecording.class, ResetRecording.class);
        if (recording == null) {
            return;
        }
        List<String> complaints = Judgement.of(wanted(test)).complaints(recording.report());
        if (!complaints.isEmpty()) {
            throw new AssertionFailedError(String.join(System.lineSeparator(), complaints) + System.lineSeparator()
                    + "recorded in " + recording.file());
        }
        if (test.getExecutionException().isEmpty()) {
            Files.delete(recording.file());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == ResetRecording.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(NAMESPACE).get(ResetRecording.class);
    }

    private static RecordResets wanted(ExtensionContext test) {
        return AnnotationSupport.findAnnotation(test.getRequiredTestMethod(), RecordResets.class)
                .or(() -> AnnotationSupport.findAnnotation(test.getRequiredTestClass(), RecordResets.class))
                .orElseThrow();
    }
}
