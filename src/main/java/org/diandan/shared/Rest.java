package org.diandan.shared;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Singleton;
import java.util.List;

/** What a schedule asks before each turn: with other keys than the others have, what it does would be done wrong. */
@Singleton
public class Rest implements Scheduled.SkipPredicate {

    private final List<Hindrance> hindrances;

    Rest(@All List<Hindrance> hindrances) {
        this.hindrances = hindrances;
    }

    @Override
    public boolean test(ScheduledExecution execution) {
        return isDue();
    }

    /** Tells whether nothing may be done now. */
    public boolean isDue() {
        return hindrances.stream().anyMatch(Hindrance::hinders);
    }
}
