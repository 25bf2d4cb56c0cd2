package org.diandan.matching;

import org.jspecify.annotations.Nullable;

/** A change of a plan cannot be put into effect as things are now. Rolls back whatever was to move with it. */
final class NotPossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int number;
    private final SkipReason reason;
    private final @Nullable Obstacle obstacle;

    NotPossible(PlanChange change, SkipReason reason, @Nullable Obstacle obstacle) {
        super(reason.name(), null, false, false);
        this.number = change.number();
        this.reason = reason;
        this.obstacle = obstacle;
    }

    /** Of the change. */
    int number() {
        return number;
    }

    SkipReason reason() {
        return reason;
    }

    /** What keeps the team from being asked. */
    @Nullable
    Obstacle obstacle() {
        return obstacle;
    }
}
