package org.diandan.rights;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The knobs of what people may ask of their data. */
@ConfigMapping(prefix = "diandan.rights")
interface RightsConfig {

    /**
     * How long after somebody asked to be forgotten it takes effect (ISO 8601). Raised, people have longer to think better
     * of it; less than three days, and answers kept for repeated requests of others may still name them.
     */
    @WithDefault("P7D")
    Duration erasureAfter();

    /**
     * How long an instance waits between two looks for what has been kept long enough, such as {@code 1h}; {@code off} for
     * an instance that does not look. Raised, it stays longer by up to that time.
     */
    @WithDefault("1h")
    String expireEvery();

    /** How long what tells of people is kept after it was last needed. */
    Keep keep();

    /** Spans in days (ISO 8601). Raised, more is known of people for longer; lowered, less can be looked up. */
    interface Keep {

        /** What was needed and said, prepared and thought of it, after the order ended. */
        @WithDefault("P1095D")
        Duration orderWords();

        /** Pictures of a home, after they were taken. */
        @WithDefault("P365D")
        Duration photos();

        /** What was found and done, after the report. */
        @WithDefault("P1095D")
        Duration visitReports();

        /** Why a team declined or was chosen, after the routing last moved. */
        @WithDefault("P365D")
        Duration routingNotes();

        /** What the staff was to do, and noted, after the task was closed. */
        @WithDefault("P365D")
        Duration taskNotes();

        /** Who heard a consent on the phone, after the offer, the swap or the place was given. */
        @WithDefault("P1095D")
        Duration heardBy();

        /** Invitations of staff and of proxies, after they expired, taken up or not. */
        @WithDefault("P30D")
        Duration invitations();

        /** Sign-ins, after they expired. */
        @WithDefault("P30D")
        Duration signIns();

        /** Long work, after it ended. */
        @WithDefault("P90D")
        Duration jobs();

        /** Certificates that were refused, after the refusal. */
        @WithDefault("P365D")
        Duration refusals();
    }
}
