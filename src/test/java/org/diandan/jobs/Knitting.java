package org.diandan.jobs;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A kind of job of which a test decides how it goes. */
@Singleton
class Knitting implements JobHandler {

    static final String KIND = "test.knitting";

    /** What a run does. */
    interface Pattern {
        void knit(JobFacts job, Progress progress);
    }

    final List<JobState> endings = new ArrayList<>();
    Pattern pattern = (job, progress) -> {};

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobFacts job, Progress progress) {
        pattern.knit(job, progress);
        return "/scarves/" + job.subject();
    }

    @Override
    public void ended(JobFacts job, JobState state) {
        endings.add(state);
    }
}
