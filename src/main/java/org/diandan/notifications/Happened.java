package org.diandan.notifications;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.diandan.orders.Audience.Ear;
import org.diandan.shared.Ids;
import org.diandan.shared.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, and what of it is told to whom.
 *
 * @param id that of its event
 * @param at when it happened
 * @param ear how much somebody with a scope is told
 * @param steps for those who are told what happened
 * @param changes for those who are told that something did
 */
record Happened(UUID id, Instant at, Function<Scope, Ear> ear, Message steps, Message changes) {

    /** The beginning, from which on things happen. */
    static Happened nothing(Instant at) {
        return new Happened(Ids.firstOf(at), at, scope -> Ear.NOTHING, Message.BEAT, Message.BEAT);
    }

    /** What somebody with this scope is told; nothing if it is not for them. */
    @Nullable
    Message message(Scope scope) {
        return switch (ear.apply(scope)) {
            case NOTHING -> null;
            case CHANGES -> changes;
            case STEPS -> steps;
        };
    }
}
