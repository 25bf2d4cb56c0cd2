package org.diandan.rights;

import java.time.Duration;
import java.util.Locale;

/** How long something of people is kept; the days are the installation's to set, see {@link RightsConfig.Keep}. */
public enum Period {
    ORDER_WORDS,
    PHOTOS,
    VISIT_REPORTS,
    ROUTING_NOTES,
    TASK_NOTES,
    HEARD_BY,
    INVITATIONS,
    SIGN_INS,
    JOBS,
    REFUSALS;

    Duration in(RightsConfig.Keep keep) {
        return switch (this) {
            case ORDER_WORDS -> keep.orderWords();
            case PHOTOS -> keep.photos();
            case VISIT_REPORTS -> keep.visitReports();
            case ROUTING_NOTES -> keep.routingNotes();
            case TASK_NOTES -> keep.taskNotes();
            case HEARD_BY -> keep.heardBy();
            case INVITATIONS -> keep.invitations();
            case SIGN_INS -> keep.signIns();
            case JOBS -> keep.jobs();
            case REFUSALS -> keep.refusals();
        };
    }

    /** As the configuration and docs/personal-data.md call it. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
