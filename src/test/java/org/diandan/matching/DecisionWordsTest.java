package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.matching.Examples.JINXIU;
import static org.diandan.matching.Examples.NEXT_DOOR;
import static org.diandan.matching.Examples.search;
import static org.diandan.matching.Examples.team;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.diandan.matching.Examples.TeamExample;
import org.diandan.policies.Policy;
import org.diandan.shared.Texts;
import org.junit.jupiter.api.Test;

/** What a coordinator reads. */
class DecisionWordsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void aTeamThatScoredMoreIsKeptForOrdersThatOnlyItCanServe() {
        TeamExample asked = team(1).named("A队").at(NEXT_DOOR);
        TeamExample kept = team(2).named("B队").priced(900);

        assertThat(words(Locale.ENGLISH, asked, kept, 1))
                .contains("A队 was asked: 463 points, for an order worth 1,500.")
                .contains(
                        "B队 scored 313 more, but its Monday afternoon is kept for orders that are worth more or that only it"
                                + " can serve (price 900).")
                .contains("The prices were learned 30 hours before.");
        assertThat(words(Texts.DEFAULT, asked, kept, 1))
                .contains("“B队”另多 313 分，但它星期一下午的名额要留给价值更高、或只有它能接的订单（价格 900 分）。");
    }

    @Test
    void aTeamWhoseWeekIsFullerIsSaidToBe() {
        TeamExample asked = team(1).named("A队").at(NEXT_DOOR);
        TeamExample busy = team(2).named("B队").loaded(9, 10);

        assertThat(words(Locale.ENGLISH, asked, team(2).named("B队"), 1)).contains("B队 scored 313 more.");
        assertThat(words(Locale.ENGLISH, asked, busy, 1))
                .contains("B队 scored 313 more, but its week is fuller (300 points less).");
    }

    @Test
    void aTeamThatIsBehindIsSaidToLackWhatItLacksMost() {
        assertThat(words(
                        Locale.ENGLISH, team(1).named("A队"), team(2).named("B队").at(NEXT_DOOR), 1))
                .contains("B队 scored 313 less, mostly for distance.");
    }

    /** @param chosen which of the two was asked */
    private static List<String> words(Locale language, TeamExample first, TeamExample second, int chosen) {
        List<Candidate> teams = List.of(first.candidate(), second.candidate());
        Ranking ranking = Ranking.of(Policy.STANDARD.rules(), search(), teams);
        UUID asked = teams.get(chosen - 1).team();
        var outlook = new Outlook(
                Policy.STANDARD, search(), ranking, Examples.NORMAL, List.of(), MONDAY.minusSeconds(30 * 3600));
        var explanation =
                Explanation.of(outlook, Engine.ONLINE, ranking.find(asked).orElseThrow(), null);
        var decision = new RoutingDecision(
                Examples.ORDER,
                Examples.ORDER,
                1,
                JINXIU,
                Examples.CONVENIENCE,
                MONDAY,
                0,
                Engine.ONLINE,
                Outcome.ASKED,
                asked,
                asked,
                Examples.ORDER,
                explanation,
                outlook.inputs());
        return new DecisionWords(decision, teams.get(chosen - 1).name(), ZoneId.of("Asia/Shanghai"), language)
                .sentences(null);
    }
}
