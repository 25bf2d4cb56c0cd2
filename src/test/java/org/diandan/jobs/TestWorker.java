package org.diandan.jobs;

import jakarta.enterprise.context.ApplicationScoped;

/** The worker as tests of other rooms drive it. */
@ApplicationScoped
public class TestWorker {

    private final Worker worker;
    private final Runs runs;

    TestWorker(Worker worker, Runs runs) {
        this.worker = worker;
        this.runs = runs;
    }

    /** Does all that waits, in this thread. */
    public void workOff() {
        worker.workOff();
    }

    /** An instance takes up the next job of the center and is killed at once. */
    public void beginAndDie(String center) {
        runs.begin(center).orElseThrow();
    }
}
