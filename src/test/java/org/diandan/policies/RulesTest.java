package org.diandan.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import org.diandan.http.Fault;
import org.diandan.shared.Refused;
import org.diandan.shared.Urgency;
import org.junit.jupiter.api.Test;

/** What no single field of a policy shows. */
class RulesTest {

    @Test
    void theStandardKeepsItsOwnRules() {
        assertThatCode(() -> Rules.STANDARD.check("", Locale.ENGLISH)).doesNotThrowAnyException();
        assertThat(Policy.STANDARD.version()).isZero();
    }

    @Test
    void tiersThatDoNotRiseAreNamedWhereTheyFall() {
        assertThat(pointers(tiers(new LoadTier(.5, 60), new LoadTier(.5, 70), new LoadTier(1, 80))))
                .containsExactly("/rules/loadTiers/1/upTo");
        assertThat(pointers(tiers(new LoadTier(.5, 60), new LoadTier(.8, 10), new LoadTier(1, 80))))
                .containsExactly("/rules/loadTiers/1/cost");
    }

    @Test
    void theLastTierReachesToAFullWeek() {
        assertThat(pointers(tiers(new LoadTier(.5, 0), new LoadTier(.9, 10))))
                .containsExactly("/rules/loadTiers/1/upTo");
        assertThatCode(() -> tiers(new LoadTier(1, 10)).check("", Locale.ENGLISH))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsMoreUrgentNeverCountsLess() {
        var value = new OrderValue(1000, new OrderValue.UrgencyFactors(1, 1.5, 1.4, 4), .25, .25, .15, .05);

        assertThat(pointers(new Rules(
                        Rules.STANDARD.score(),
                        Rules.STANDARD.loadTiers(),
                        value,
                        Rules.STANDARD.routing(),
                        Rules.STANDARD.offers(),
                        Rules.STANDARD.plans())))
                .containsExactly("/rules/value/urgency");
    }

    @Test
    void aVillageCountsAtLeastAsMuchAsItsTownshipAndNobodyAcceptsMoreThanTheyAreAsked() {
        var score = new ScoreWeights(400, 8, 4, 180, 11, 10, 50, 60, 120, 100, 4, 10, 80);

        assertThat(pointers(new Rules(
                        score,
                        Rules.STANDARD.loadTiers(),
                        Rules.STANDARD.value(),
                        Rules.STANDARD.routing(),
                        Rules.STANDARD.offers(),
                        Rules.STANDARD.plans())))
                .containsExactly("/rules/score/sameVillage", "/rules/score/responseAccepted");
    }

    @Test
    void anUrgencyHasItsOwnNumberOfOffersAndItsOwnFactor() {
        assertThat(Rules.STANDARD.offers().open().of(Urgency.EMERGENCY)).isEqualTo(7);
        assertThat(Rules.STANDARD.offers().open().of(Urgency.PLANNED)).isEqualTo(1);
        assertThat(Rules.STANDARD.value().urgency().of(Urgency.URGENT)).isEqualTo(2.5);
    }

    private static Rules tiers(LoadTier... tiers) {
        return new Rules(
                Rules.STANDARD.score(),
                List.of(tiers),
                Rules.STANDARD.value(),
                Rules.STANDARD.routing(),
                Rules.STANDARD.offers(),
                Rules.STANDARD.plans());
    }

    @SuppressWarnings("unchecked")
    private static List<String> pointers(Rules rules) {
        Refused refused = catchThrowableOfType(Refused.class, () -> rules.check("/rules", Locale.ENGLISH));
        return ((List<Fault>) refused.members().get("errors"))
                .stream().map(Fault::pointer).toList();
    }
}
