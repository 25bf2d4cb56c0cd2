package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.matching.Backlog.NOWHERE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.diandan.assignment.ExactEngine;
import org.diandan.assignment.LoadTiers;
import org.diandan.matching.Backlog.Option;
import org.diandan.matching.Backlog.Place;
import org.diandan.matching.Backlog.Solution;
import org.diandan.matching.Backlog.TeamWeek;
import org.diandan.matching.Backlog.Waiting;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderState;
import org.diandan.shared.TimeWindow;
import org.diandan.shared.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan decides, and what it says about it, without a database. */
class BacklogTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final int MORNING = 1;
    private static final int AFTERNOON = 2;

    private final ExactEngine engine = new ExactEngine();
    private final List<TeamWeek> weeks = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Waiting> orders = new ArrayList<>();

    @Test
    void anOrderTakesWhicheverOfATeamsTimesIsFree() {
        team('A', 2, 0);
        int morning = place('A', MORNING, 1);
        int afternoon = place('A', AFTERNOON, 1);
        waits(option(morning, 100), option(afternoon, 99));
        waits(option(morning, 100));
        Solution solution = backlog().solve(engine, 0);
        assertThat(placeOf(solution, 0)).isEqualTo(afternoon);
        assertThat(placeOf(solution, 1)).isEqualTo(morning);
    }

    @Test
    void whoIsAskedStaysUnlessAMoveBringsMoreThanThat() {
        team('A', 2, 0);
        team('B', 2, 0);
        int a = place('A', MORNING, 1);
        int b = place('B', MORNING, 1);
        asked(a, option(a, 100), option(b, 115));
        assertThat(placeOf(backlog().solve(engine, 20), 0)).isEqualTo(a);
        assertThat(placeOf(backlog().solve(engine, 10), 0)).isEqualTo(b);
        assertThat(moves(20)).isEmpty();
    }

    @Test
    void aMoveTellsWhatTheOrderGainsAndWhatItTakesFromOthers() {
        team('A', 4, 0);
        team('B', 4, 0);
        int a = place('A', MORNING, 1);
        int b = place('B', MORNING, 1);
        asked(a, option(a, 100), option(b, 90));
        waits(option(a, 300));
        assertThat(moves(0))
                .extracting(Preview.Move::why)
                .containsExactly(MoveReason.KEPT_FOR_OTHERS, MoveReason.ROOM_IS_MADE);
        Preview.Move kept = moves(0).get(0);
        // The order that gets the place brings 1,300; this one loses 10 of its own.
        assertThat(kept.priceBefore()).isEqualTo(1300);
        assertThat(kept.gain()).isEqualTo(1300 - 10);
    }

    @Test
    void whereOnlyOneCanBeServedTheOtherWaits() {
        team('A', 4, 0);
        int a = place('A', MORNING, 1);
        asked(a, option(a, 100));
        waits(option(a, 300));
        assertThat(moves(0))
                .extracting(Preview.Move::why)
                .containsExactly(MoveReason.NEEDED_MORE, MoveReason.ROOM_IS_MADE);
        PlanTotals totals = Preview.of(backlog(), backlog().solve(engine, 0)).totals();
        assertThat(totals.matchedNow()).isEqualTo(1);
        assertThat(totals.matchedThen()).isEqualTo(1);
        assertThat(totals.objectiveThen() - totals.objectiveNow()).isEqualTo(200);
    }

    @Test
    void aTeamThatCanNoLongerTakeItMakesWay() {
        team('A', 4, 0);
        team('B', 4, 0);
        place('A', MORNING, 1);
        int b = place('B', MORNING, 1);
        orders.add(new Waiting(order(), 1000, Reach.VILLAGE, question('A', MORNING), NOWHERE, List.of(option(b, 5))));
        assertThat(moves(0)).singleElement().satisfies(move -> {
            assertThat(move.why()).isEqualTo(MoveReason.NO_LONGER_POSSIBLE);
            assertThat(move.pointsBefore()).isNull();
        });
    }

    @Test
    void whatATeamHasAlreadyMakesItsNextVisitCostMore() {
        team('A', 4, 3);
        team('B', 4, 0);
        int a = place('A', MORNING, 1);
        int b = place('B', MORNING, 1);
        waits(option(a, 300), option(b, 1));
        assertThat(placeOf(backlog().solve(engine, 0), 0)).isEqualTo(b);
    }

    /** Whatever is there now is one of the plans that were possible, so that the best one is never worse. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noPlanIsWorseThanWhatIsThere(long seed) {
        var random = new Random(seed);
        int teams = 5;
        for (int team = 0; team < teams; team++) {
            team((char) ('A' + team), 4, 0);
            place((char) ('A' + team), MORNING, 2);
            place((char) ('A' + team), AFTERNOON, 2);
        }
        int[] left = places.stream().mapToInt(Place::free).toArray();
        for (int i = 0; i < 18; i++) {
            var options = new ArrayList<Option>();
            int now = NOWHERE;
            for (int place = 0; place < places.size(); place++) {
                if (random.nextInt(3) == 0) {
                    if (now == NOWHERE && left[place] > 0) {
                        left[place]--;
                        now = options.size();
                    }
                    options.add(option(place, random.nextInt(500)));
                }
            }
            Question asked =
                    now == NOWHERE ? null : question(places.get(options.get(now).place()));
            orders.add(new Waiting(order(), 1000, Reach.VILLAGE, asked, now, options));
        }
        PlanTotals totals = Preview.of(backlog(), backlog().solve(engine, 0)).totals();
        assertThat(totals.objectiveThen()).isGreaterThanOrEqualTo(totals.objectiveNow());
        assertThat(totals.matchedThen()).isGreaterThanOrEqualTo(totals.matchedNow());
        int[] free = places.stream().mapToInt(Place::free).toArray();
        Solution solution = backlog().solve(engine, 0);
        for (int order = 0; order < orders.size(); order++) {
            if (placeOf(solution, order) != NOWHERE) {
                assertThat(--free[placeOf(solution, order)]).isNotNegative();
            }
        }
    }

    private List<Preview.Move> moves(int staying) {
        return Preview.of(backlog(), backlog().solve(engine, staying)).moves();
    }

    private Backlog backlog() {
        return new Backlog(LoadTiers.USUAL, Map.of(), weeks, places, orders, 0);
    }

    private int placeOf(Solution solution, int order) {
        int option = solution.options().get(order);
        return option == NOWHERE
                ? NOWHERE
                : orders.get(order).options().get(option).place();
    }

    private void team(char name, int capacity, int taken) {
        weeks.add(new TeamWeek(id(name), MONDAY, capacity, taken));
    }

    private int place(char name, int slot, int free) {
        Instant from = Instant.parse("2026-11-23T01:00:00Z").plusSeconds(3600L * 4 * slot);
        places.add(new Place(
                name - 'A',
                id(name),
                new Opening(MONDAY, slot, new TimeWindow(from, from.plusSeconds(10_800)), free),
                free));
        return places.size() - 1;
    }

    private void waits(Option... options) {
        orders.add(new Waiting(order(), 1000, Reach.VILLAGE, null, NOWHERE, List.of(options)));
    }

    private void asked(int place, Option... options) {
        orders.add(new Waiting(order(), 1000, Reach.VILLAGE, question(places.get(place)), 0, List.of(options)));
    }

    private static Option option(int place, int score) {
        return new Option(place, score);
    }

    private static Question question(Place place) {
        return question(
                (char) place.team().getLeastSignificantBits(), place.opening().slot());
    }

    private static Question question(char team, int slot) {
        Instant from = Instant.parse("2026-11-23T01:00:00Z");
        return new Question(
                new UUID(1, 1),
                new UUID(2, 2),
                id(team),
                1,
                RoutingState.PROPOSED,
                Reach.VILLAGE,
                Engine.ONLINE,
                MONDAY,
                slot,
                from,
                from.plusSeconds(10_800));
    }

    private static UUID id(char name) {
        return new UUID(0, name);
    }

    private static OrderFacts order() {
        Instant at = Instant.parse("2026-11-22T01:00:00Z");
        return new OrderFacts(
                new UUID(1, 1),
                "371625",
                "371625-2611-00001",
                OrderState.ROUTING,
                1,
                0,
                County.HAIRCUT,
                "371625003010",
                Urgency.PLANNED,
                new UUID(3, 3),
                new UUID(3, 3),
                null,
                null,
                null,
                null,
                Set.of(),
                null,
                1,
                Set.of(),
                null,
                false,
                null,
                at,
                at);
    }
}
