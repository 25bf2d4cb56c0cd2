package org.diandan.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In which sequence orders change their places when some wait for the place of another: each alone as soon as there is
 * room, and together only those that wait for each other in a ring.
 */
final class Shuffle {

    /** A place of a team's slot on a day. */
    record Seat(UUID team, Slots.Key key) {}

    /**
     * An order that is to change its place.
     *
     * @param from absent while it has none
     * @param to absent if it is to have none
     */
    record Shift(int number, @Nullable Seat from, @Nullable Seat to) {}

    /** Who moves the orders in truth. */
    interface Mover {

        /**
         * Moves these together, or settles at least one of them in another way.
         *
         * @return false if a place was taken, and nothing was done
         */
        boolean move(List<Shift> together);

        /** Settles that there is no place for it. */
        void giveUp(Shift shift);

        boolean isSettled(Shift shift);
    }

    private final Mover mover;
    private final Map<Seat, List<Shift>> waitingFor = new HashMap<>();
    private final Set<Shift> stuck = new LinkedHashSet<>();

    private Shuffle(Mover mover) {
        this.mover = mover;
    }

    /** Settles all of them, one way or the other. */
    static void run(List<Shift> shifts, Mover mover) {
        var shuffle = new Shuffle(mover);
        shuffle.alone(shifts);
        shuffle.rings();
    }

    private void alone(List<Shift> shifts) {
        Deque<Shift> queue = new ArrayDeque<>(shifts);
        while (!queue.isEmpty()) {
            Shift shift = queue.remove();
            if (mover.move(List.of(shift))) {
                List<Shift> next = waitingFor.getOrDefault(shift.from(), List.of());
                waitingFor.remove(shift.from());
                next.forEach(stuck::remove);
                queue.addAll(next);
            } else {
                waitingFor
                        .computeIfAbsent(shift.to(), seat -> new ArrayList<>())
                        .add(shift);
                stuck.add(shift);
            }
        }
    }

    /** What still waits, waits for a place that an outsider has taken, or for each other. */
    private void rings() {
        while (!stuck.isEmpty()) {
            List<Shift> together = next();
            if (!mover.move(together)) {
                mover.giveUp(together.get(0));
            }
            stuck.removeIf(mover::isSettled);
        }
    }

    /** One whose place none of the others has; or a ring. */
    private List<Shift> next() {
        var path = new ArrayList<Shift>();
        Shift shift = stuck.iterator().next();
        while (!path.contains(shift)) {
            path.add(shift);
            Shift holder = holder(shift);
            if (holder == null) {
                return List.of(shift);
            }
            shift = holder;
        }
        return path.subList(path.indexOf(shift), path.size());
    }

    private @Nullable Shift holder(Shift waiting) {
        return stuck.stream()
                .filter(other -> Objects.equals(other.from(), waiting.to()))
                .findFirst()
                .orElse(null);
    }
}
