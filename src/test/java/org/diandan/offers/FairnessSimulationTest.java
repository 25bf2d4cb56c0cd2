package org.diandan.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Four weeks of a team of sixty with visits that need somebody within two hours, played in memory from a seed: whom to ask,
 * and how many at once. Willingness differs from person to person, and everyone answers less the more they are asked: each
 * offer of the last three days takes a tenth off. The turns are those of the program.
 */
class FairnessSimulationTest {

    private static final int PEOPLE = 60;
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int DAYS = 28;
    private static final int QUIET = 8;
    private static final int BUSY = 12;
    private static final int VISITS_A_WEEK = 4;
    private static final int FILLED_WITHIN = 120;
    private static final int ANSWER_WITHIN = 15;
    private static final double TIRING = .9;

    /** The order in which a way of asking asks. */
    private interface Way extends Function<UUID, Comparator<Person>> {}

    private static final Way FAIR = visit -> Comparator.comparing(Person::turn, Turn.fairest(visit));

    private static final Way FAVOURITES = visit -> Comparator.comparing(
                    (Person person) -> person.turn().expectedAcceptance(), Comparator.reverseOrder())
            .thenComparing(FAIR.apply(visit));

    @Test
    void threeAtATimeFillMoreVisitsThanAskingEveryoneAtOnce() {
        for (int seed = 1; seed <= 5; seed++) {
            Outcome three = play(seed, QUIET, FAIR, 3);
            Outcome everyone = play(seed, QUIET, FAIR, PEOPLE);

            assertThat(three.filled()).as("filled, seed %d", seed).isGreaterThan(.96);
            assertThat(three.medianMinutes()).as("minutes, seed %d", seed).isLessThanOrEqualTo(20);
            assertThat(everyone.filled()).as("all, seed %d", seed).isLessThan(.9);
            assertThat(three.offers()).as("offers, seed %d", seed).isLessThan(everyone.offers() / 8);
        }
    }

    @Test
    void aBusyTeamIsWornOutByAskingEveryoneAndNotByThreeAtATime() {
        for (int seed = 1; seed <= 5; seed++) {
            assertThat(play(seed, BUSY, FAIR, 3).filled())
                    .as("three, seed %d", seed)
                    .isGreaterThan(.96);
            assertThat(play(seed, BUSY, FAIR, PEOPLE).filled())
                    .as("all, seed %d", seed)
                    .isLessThan(.5);
        }
    }

    /** Fails when fatigue and load are taken out of the turn. */
    @Test
    void theFavouritesAreNotWornOut() {
        for (int seed = 1; seed <= 5; seed++) {
            Outcome fair = play(seed, BUSY, FAIR, 3);
            Outcome favourites = play(seed, BUSY, FAVOURITES, 3);

            assertThat(fair.shareOfMostAskedTenth()).as("seed %d", seed).isLessThan(.15);
            assertThat(favourites.shareOfMostAskedTenth()).as("seed %d", seed).isGreaterThan(.18);
            assertThat(fair.filled()).as("seed %d", seed).isGreaterThanOrEqualTo(favourites.filled() - .01);
        }
    }

    @Test
    void theSameSeedPlaysTheSameGame() {
        assertThat(play(3, BUSY, FAIR, 3)).isEqualTo(play(3, BUSY, FAIR, 3));
    }

    /**
     * What came of it.
     *
     * @param filled share of the visits that had somebody in time
     * @param shareOfMostAskedTenth of all offers, those to the tenth of the people who got most
     */
    private record Outcome(double filled, int medianMinutes, int offers, double shareOfMostAskedTenth) {}

    private static Outcome play(int seed, int visitsADay, Way way, int atOnce) {
        var random = new Random(seed);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new Person(new UUID(seed, i), .15 + .7 * random.nextDouble() * random.nextDouble()));
        }
        List<Integer> minutes = new ArrayList<>();
        int visits = DAYS * visitsADay;
        for (int i = 0; i < visits; i++) {
            int now = i / visitsADay * MINUTES_A_DAY + (8 * 60) + (i % visitsADay) * 45;
            int filled = fill(new UUID(99, i), now, people, way, atOnce, random);
            if (filled >= 0) {
                minutes.add(filled);
            }
        }
        minutes.sort(Comparator.naturalOrder());
        List<Integer> asked = people.stream()
                .map(person -> person.asks.size())
                .sorted(Comparator.reverseOrder())
                .toList();
        int offers = asked.stream().mapToInt(Integer::intValue).sum();
        int most = asked.subList(0, PEOPLE / 10).stream()
                .mapToInt(Integer::intValue)
                .sum();
        return new Outcome(
                (double) minutes.size() / visits, minutes.get(minutes.size() / 2), offers, (double) most / offers);
    }

    /** Minutes until somebody accepted; less than 0 if nobody did in time. */
    private static int fill(UUID visit, int begin, List<Person> people, Way way, int atOnce, Random random) {
        List<Person> waiting = new ArrayList<>(people);
        waiting.removeIf(person -> !person.mayBeAsked(begin));
        waiting.forEach(person -> person.now = begin);
        waiting.sort(way.apply(visit));
        var open = new PriorityQueue<Reply>(Comparator.comparingInt(Reply::at).thenComparing(Reply::person));
        int now = begin;
        while (now < begin + FILLED_WITHIN) {
            while (open.size() < atOnce && !waiting.isEmpty()) {
                open.add(waiting.remove(0).ask(now, random));
            }
            Reply next = open.poll();
            if (next == null) {
                return -1;
            }
            now = next.at();
            next.person().answered(next, now);
            if (next.yes() && now < begin + FILLED_WITHIN) {
                open.forEach(late -> late.person().superseded());
                return now - begin;
            }
        }
        return -1;
    }

    /** What somebody will answer and when, or that nothing came until the offer ran out. */
    private record Reply(Person person, int at, boolean yes) {}

    private static final class Person implements Comparable<Person> {

        private final UUID id;
        private final double willing;
        private final List<Integer> asks = new ArrayList<>();
        private final List<Integer> visits = new ArrayList<>();
        private int now;
        private int asked;
        private int accepted;

        Person(UUID id, double willing) {
            this.id = id;
            this.willing = willing;
        }

        boolean mayBeAsked(int at) {
            int week = at / (7 * MINUTES_A_DAY);
            return visits.stream()
                            .filter(visit -> visit / (7 * MINUTES_A_DAY) == week)
                            .count()
                    < VISITS_A_WEEK;
        }

        Turn turn() {
            int recent = (int)
                    asks.stream().filter(ask -> ask > now - 7 * MINUTES_A_DAY).count();
            return new Turn(id, false, asked, accepted, recent, visits.size());
        }

        Reply ask(int at, Random random) {
            long pestered =
                    asks.stream().filter(ask -> ask > at - 3 * MINUTES_A_DAY).count();
            asks.add(at);
            boolean yes = random.nextDouble() < willing * Math.pow(TIRING, pestered);
            boolean silent = !yes && random.nextDouble() < .5;
            return new Reply(this, at + (silent ? ANSWER_WITHIN : 1 + random.nextInt(ANSWER_WITHIN)), yes);
        }

        void answered(Reply reply, int at) {
            asked++;
            if (reply.yes()) {
                accepted++;
                visits.add(at);
            }
        }

        void superseded() {
            // Counts for nothing but having been disturbed.
        }

        @Override
        public int compareTo(Person other) {
            return id.compareTo(other.id);
        }
    }
}
