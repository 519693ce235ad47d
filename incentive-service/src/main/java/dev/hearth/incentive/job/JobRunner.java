package dev.hearth.incentive.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;

/** Runs all jobs of the service in this replica, from its start to its end. */
@ApplicationScoped
class JobRunner {
    private final List<JobRun> runs;
    private final JobConfig config;

    JobRunner(@All List<Job> jobs, Pool pool, MeterRegistry registry, Clock clock, JobConfig config) {
        this.runs = jobs.stream()
                .map(job -> new JobRun(job, pool, new JobMeters(registry, job.name(), clock)))
                .toList();
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            runs.forEach(run -> run.start(config.countEvery()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        runs.forEach(JobRun::close);
    }
}
