package org.diandan.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The knobs of the jobs. */
@ConfigMapping(prefix = "diandan.jobs")
interface JobsConfig {

    /**
     * How long an instance waits between two looks for jobs, such as {@code 1s}; {@code off} for an instance that does
     * none. Raised, jobs begin later by up to that time and the database is asked less often.
     */
    @WithDefault("1s")
    String every();

    /** How many jobs an instance does at once. Raised: less waiting, more memory and processors taken from requests. */
    @WithDefault("2")
    int atOnce();

    /**
     * How long a job stays with an instance that is not heard of (ISO 8601). Raised: a job whose instance was killed
     * waits longer, and a slow instance loses its job less often.
     */
    @WithDefault("PT1M")
    Duration lease();
}
