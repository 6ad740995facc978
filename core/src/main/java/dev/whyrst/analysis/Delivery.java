package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Harm;
import dev.whyrst.incident.build.IncidentBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings an analysis to the sinks. Choosy ones first get the few RSTs that they want, and finish while the others get
 * all; each has its own thread beside the calling one, which attributes.
 */
final class Delivery implements Closeable {

    private final ParallelAttribution attributing;
    private final Attributions attributions;
    private final Glances glances;
    private final IncidentBuilder incidents;
    private final AttributionProgress attributed;
    private final List<SinkThread> threads = new ArrayList<>();

    Delivery(
            ParallelAttribution attributing,
            Glances glances,
            IncidentBuilder incidents,
            AttributionProgress attributed) {
        this.attributing = attributing;
        this.attributions = attributing.attributions();
        this.glances = glances;
        this.incidents = incidents;
        this.attributed = attributed;
    }

    /** Serves all sinks; returns when all have finished. */
    void serve(AnalysisSummary summary, List<? extends ReportSink> sinks) throws IOException {
        for (ReportSink sink : sinks) {
            sink.begin(summary);
        }
        List<SinkThread> takers = new ArrayList<>();
        for (ReportSink sink : sinks) {
            SinkThread thread = sink.choosy() ? offering(sink) : new SinkThread(sink);
            threads.add(thread);
            thread.start();
            if (!sink.choosy()) {
                takers.add(thread);
            }
        }
        if (!takers.isEmpty()) {
            bringAll(takers);
        }
        for (SinkThread thread : threads) {
            thread.await();
        }
    }

    /** Stops what still runs, which is nothing unless a sink failed. */
    @Override
    public void close() throws IOException {
        for (SinkThread thread : threads) {
            thread.close();
        }
    }

    /** A choosy sink has its choice attributed on its own thread, or where there may be but one before all else. */
    private SinkThread offering(ReportSink sink) throws IOException {
        Optional<Attributions> own = attributing.forAnotherThread();
        if (own.isEmpty()) {
            offer(sink, attributions);
            return new SinkThread(sink, () -> {});
        }
        return new SinkThread(sink, () -> offer(sink, own.get()));
    }

    private void offer(ReportSink sink, Attributions from) throws IOException {
        for (int reset = 0; reset < from.size(); reset++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            int event = attributions.event(reset);
            Harm.Level harm = incidents.harm(glances.harm(reset), event);
            if (sink.wants(glances.at(reset, harm, incidents.incidentOf(event)))) {
                sink.accept(told(reset, from.at(reset)));
            }
        }
    }

    private void bringAll(List<SinkThread> takers) throws IOException {
        attributing.forEach((reset, attribution) -> {
            Attribution told = told(reset, attribution);
            for (SinkThread taker : takers) {
                taker.accept(told);
            }
            attributed.step();
        });
        for (SinkThread taker : takers) {
            taker.finish();
        }
    }

    private Attribution told(int reset, Attribution attribution) {
        int event = attributions.event(reset);
        return attribution.within(
                incidents.incidentOf(event),
                incidents.harm(attribution.harm(), event),
                incidents.remark(attribution, event));
    }
}
