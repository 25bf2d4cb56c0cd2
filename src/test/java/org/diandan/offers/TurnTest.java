package org.diandan.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnTest {

    private static final UUID VISIT = new UUID(7, 7);
    private static final UUID WANG = new UUID(1, 1);
    private static final UUID LI = new UUID(2, 2);

    @Test
    void whoOftenSaysYesIsAskedFirst() {
        assertThat(order(turn(WANG, 10, 2, 0, 0), turn(LI, 10, 9, 0, 0))).containsExactly(LI, WANG);
    }

    @Test
    void whoWasNeverAskedComesBetweenTheWillingAndTheUnwilling() {
        UUID newcomer = new UUID(3, 3);
        assertThat(order(turn(WANG, 10, 1, 0, 0), turn(newcomer, 0, 0, 0, 0), turn(LI, 10, 9, 0, 0)))
                .containsExactly(LI, newcomer, WANG);
    }

    /** Fails when fatigue is taken out. */
    @Test
    void aFavouriteWhoWasAskedOftenOfLateRests() {
        assertThat(order(turn(LI, 20, 19, 4, 0), turn(WANG, 0, 0, 0, 0))).containsExactly(WANG, LI);
    }

    /** Fails when load is taken out. */
    @Test
    void whoDidMuchOfLateIsAskedLater() {
        assertThat(order(turn(LI, 0, 0, 0, 3), turn(WANG, 0, 0, 0, 0))).containsExactly(WANG, LI);
    }

    @Test
    void whoHelpedBeforeIsAskedBeforeAllOthersWhateverTheyDid() {
        var helper = new Turn(WANG, true, 10, 0, 5, 4);
        assertThat(order(turn(LI, 10, 10, 0, 0), helper)).containsExactly(WANG, LI);
    }

    @Test
    void fatigueGrowsWithEachAskAndNeverReachesAll() {
        List<Double> fatigue = IntStream.range(0, 50)
                .mapToObj(asks -> turn(WANG, 0, 0, asks, 0).fatigue())
                .toList();
        assertThat(fatigue).isSorted().doesNotHaveDuplicates().startsWith(0.0).allMatch(each -> each < 1);
    }

    @Test
    void equalsAreDrawnByALotThatAReplayRepeatsAndAnotherVisitDrawsAnew() {
        List<Turn> equals = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> equals.add(turn(new UUID(i, i), 0, 0, 0, 0)));
        List<Turn> shuffled = new ArrayList<>(equals);
        Collections.shuffle(shuffled, new Random(1));

        equals.sort(Turn.fairest(VISIT));
        shuffled.sort(Turn.fairest(VISIT));
        assertThat(shuffled).isEqualTo(equals);
        shuffled.sort(Turn.fairest(new UUID(8, 8)));
        assertThat(shuffled).isNotEqualTo(equals);
    }

    private static Turn turn(UUID volunteer, int asked, int accepted, int recentAsks, int recentVisits) {
        return new Turn(volunteer, false, asked, accepted, recentAsks, recentVisits);
    }

    private static List<UUID> order(Turn... turns) {
        return List.of(turns).stream()
                .sorted(Turn.fairest(VISIT))
                .map(Turn::volunteer)
                .toList();
    }
}
