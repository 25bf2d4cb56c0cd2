package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.diandan.matching.Shuffle.Seat;
import org.diandan.matching.Shuffle.Shift;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {

    private final Hall hall = new Hall();

    @Test
    void whoHasRoomMovesAtOnce() {
        hall.run(shift(1, 'A', 'B'), shift(2, null, 'C'), shift(3, 'D', null));
        assertThat(hall.moved).containsExactly(Set.of(1), Set.of(2), Set.of(3));
    }

    @Test
    void whoWaitsForAPlaceMovesAsSoonAsItIsFree() {
        hall.run(shift(1, 'A', 'B'), shift(2, 'B', 'C'), shift(3, 'C', 'D'));
        assertThat(hall.moved).containsExactly(Set.of(3), Set.of(2), Set.of(1));
    }

    @Test
    void thoseWhoWaitForEachOtherMoveTogetherAndNobodyElseWithThem() {
        hall.run(shift(1, 'A', 'B'), shift(2, 'B', 'C'), shift(3, 'C', 'A'), shift(4, 'D', 'E'), shift(5, null, 'D'));
        assertThat(hall.moved).containsExactlyInAnyOrder(Set.of(1, 2, 3), Set.of(4), Set.of(5));
    }

    @Test
    void whosePlaceAnOutsiderHasTakenStays() {
        hall.seated.put(seat('B'), 99);
        hall.run(shift(1, 'A', 'B'), shift(2, null, 'A'));
        assertThat(hall.moved).isEmpty();
        assertThat(hall.givenUp).containsExactly(1, 2);
    }

    @Test
    void aRingInWhichOneStaysLetsTheOthersStayToo() {
        hall.immovable.add(2);
        hall.run(shift(1, 'A', 'B'), shift(2, 'B', 'A'));
        assertThat(hall.moved).isEmpty();
        assertThat(hall.settled).containsExactlyInAnyOrder(1, 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyPermutationOfFullPlacesIsReached(long seed) {
        var random = new Random(seed);
        var seats = new ArrayList<Seat>();
        for (char name = 'A'; name <= 'Z'; name++) {
            seats.add(seat(name));
        }
        var targets = new ArrayList<>(seats);
        java.util.Collections.shuffle(targets, random);
        var shifts = new ArrayList<Shift>();
        for (int i = 0; i < seats.size(); i++) {
            if (!seats.get(i).equals(targets.get(i))) {
                shifts.add(new Shift(i, seats.get(i), targets.get(i)));
            }
        }
        hall.run(shifts.toArray(Shift[]::new));
        assertThat(hall.givenUp).isEmpty();
        shifts.forEach(shift -> assertThat(hall.seated.get(shift.to())).isEqualTo(shift.number()));
    }

    private static Shift shift(int number, @Nullable Character from, @Nullable Character to) {
        return new Shift(number, from == null ? null : seat(from), to == null ? null : seat(to));
    }

    private static Seat seat(char name) {
        return new Seat(new UUID(0, name), new Slots.Key(LocalDate.of(2026, 11, 23), 1));
    }

    /** Seats for one each. */
    private static final class Hall implements Shuffle.Mover {
        private final Map<Seat, Integer> seated = new HashMap<>();
        private final Set<Integer> immovable = new HashSet<>();
        private final List<Set<Integer>> moved = new ArrayList<>();
        private final List<Integer> givenUp = new ArrayList<>();
        private final Set<Integer> settled = new HashSet<>();

        void run(Shift... shifts) {
            for (Shift shift : shifts) {
                if (shift.from() != null) {
                    seated.put(shift.from(), shift.number());
                }
            }
            Shuffle.run(List.of(shifts), this);
        }

        @Override
        public boolean move(List<Shift> together) {
            for (Shift shift : together) {
                if (immovable.contains(shift.number())) {
                    settled.add(shift.number());
                    return true;
                }
            }
            var after = new HashMap<>(seated);
            together.forEach(shift -> after.remove(shift.from()));
            for (Shift shift : together) {
                if (shift.to() != null && after.putIfAbsent(shift.to(), shift.number()) != null) {
                    return false;
                }
            }
            seated.clear();
            seated.putAll(after);
            Set<Integer> numbers = new HashSet<>();
            together.forEach(shift -> numbers.add(shift.number()));
            moved.add(numbers);
            settled.addAll(numbers);
            return true;
        }

        @Override
        public void giveUp(Shift shift) {
            givenUp.add(shift.number());
            settled.add(shift.number());
        }

        @Override
        public boolean isSettled(Shift shift) {
            return settled.contains(shift.number());
        }
    }
}
