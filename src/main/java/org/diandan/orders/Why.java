package org.diandan.orders;

import org.jspecify.annotations.Nullable;

/** The reason of a transition and the words beside it. */
record Why(@Nullable String reason, @Nullable String text) {

    static final Why NONE = new Why(null, null);

    static Why because(Reason reason) {
        return new Why(reason.name(), null);
    }

    /**
     * Takes the reason that a person gave for a verb.
     *
     * @throws org.diandan.shared.Refused if the verb takes no such reason, or it needs words and has none
     */
    static Why given(OrderAction action, Reason reason, @Nullable String text) {
        if (!reason.isFor(action)) {
            throw OrderProblem.REASON_UNKNOWN.because(reason.name(), Reason.of(action));
        }
        if (reason == Reason.OTHER && (text == null || text.isBlank())) {
            throw OrderProblem.REASON_TEXT_MISSING.because();
        }
        return new Why(reason.name(), text);
    }

    static Why said(@Nullable String text) {
        return new Why(null, text);
    }
}
