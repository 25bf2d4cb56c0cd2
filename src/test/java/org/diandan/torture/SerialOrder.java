package org.diandan.torture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An order to which one thing happens after the other: the rules of docs/domain.md a second time, calling nothing of the
 * program. Tells whether what many did at once could have been done one after the other (linearizability; Wing and Gong,
 * "Testing and Verifying Concurrent Objects", 1993, with the memory of Lowe, 2017).
 */
final class SerialOrder {

    private SerialOrder() {}

    /** What is done to an order. */
    enum Verb {
        LOOK,
        TAKE_ON,
        ASK,
        ANSWER,
        REFUSE,
        HOLD,
        RESUME,
        CANCEL;

        /** As it stands in the path. */
        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean ends() {
            return this == REFUSE || this == CANCEL;
        }
    }

    /** What the caller was told. */
    enum Kind {
        /** It was done, and led to this state; or the look showed this state. */
        DONE,
        /** It was refused because of the state that the order was in. */
        REFUSED,
        /** It was not done, for a reason that has nothing to do with the state. */
        NOTHING,
        /** Nobody knows; it may be done even after the caller has gone. */
        UNKNOWN
    }

    record Outcome(Kind kind, String state) {

        static Outcome done(String state) {
            return new Outcome(Kind.DONE, state);
        }

        static Outcome refused() {
            return new Outcome(Kind.REFUSED, "");
        }

        static Outcome nothing() {
            return new Outcome(Kind.NOTHING, "");
        }

        static Outcome unknown() {
            return new Outcome(Kind.UNKNOWN, "");
        }
    }

    /** One operation: asked and answered at these moments of one clock. */
    record Did(Verb verb, long asked, long answered, Outcome outcome) {

        boolean isUnknown() {
            return outcome.kind() == Kind.UNKNOWN;
        }
    }

    /** @param heldIn where it was when it was put on hold; nothing if it was not */
    private record State(String now, String heldIn) {

        /** Where the verb leads; nothing if it is not allowed. */
        State after(Verb verb) {
            return switch (verb) {
                case LOOK -> this;
                case TAKE_ON -> from("ROUTING", "SUBMITTED");
                case ASK -> from("NEEDS_INFO", "SUBMITTED");
                case ANSWER -> from("SUBMITTED", "NEEDS_INFO");
                case REFUSE -> from("REJECTED", "SUBMITTED", "NEEDS_INFO");
                case HOLD ->
                    List.of("SUBMITTED", "NEEDS_INFO", "ROUTING").contains(now) ? new State("ON_HOLD", now) : null;
                case RESUME -> now.equals("ON_HOLD") ? new State(heldIn, "") : null;
                case CANCEL -> from("CANCELLED", "SUBMITTED", "NEEDS_INFO", "ROUTING", "ON_HOLD");
            };
        }

        private State from(String to, String... allowed) {
            return List.of(allowed).contains(now) ? new State(to, "") : null;
        }
    }

    private record Reached(Set<Integer> done, State state) {}

    /** Whether an order that was placed before all of this could have gone through it. */
    static boolean isLegal(List<Did> history) {
        List<Did> told = new ArrayList<>(history);
        // What was not done, and a look that nobody answered, say nothing.
        told.removeIf(each -> each.outcome().kind() == Kind.NOTHING || each.verb() == Verb.LOOK && each.isUnknown());
        told.sort(Comparator.comparingLong(Did::asked));
        return search(told, new Reached(Set.of(), new State("SUBMITTED", "")), new HashSet<>());
    }

    private static boolean search(List<Did> told, Reached reached, Set<Reached> seen) {
        if (!seen.add(reached)) {
            return false;
        }
        // The first answer among what is left: whatever was asked after it cannot come before it.
        long first = Long.MAX_VALUE;
        boolean over = true;
        for (int i = 0; i < told.size(); i++) {
            if (!reached.done().contains(i) && !told.get(i).isUnknown()) {
                first = Math.min(first, told.get(i).answered());
                over = false;
            }
        }
        if (over) {
            return true;
        }
        for (int i = 0; i < told.size() && told.get(i).asked() <= first; i++) {
            if (!reached.done().contains(i)) {
                State next = next(told.get(i), reached.state());
                if (next != null && search(told, new Reached(with(reached.done(), i), next), seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The state after this operation comes next and is told so; nothing if it cannot come next. */
    private static State next(Did did, State state) {
        State after = state.after(did.verb());
        return switch (did.outcome().kind()) {
            case DONE -> after != null && after.now().equals(did.outcome().state()) ? after : null;
            case REFUSED -> after == null ? state : null;
            // That it never was done is tried by never taking it.
            case UNKNOWN -> after;
            case NOTHING -> state;
        };
    }

    private static Set<Integer> with(Set<Integer> done, int more) {
        Set<Integer> all = new HashSet<>(done);
        all.add(more);
        return all;
    }
}
