package org.diandan.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.diandan.offers.OfferState.OPEN;
import static org.diandan.offers.OfferState.SUPERSEDED;
import static org.diandan.offers.OfferState.WAITLISTED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.ProblemType;
import org.diandan.shared.Refused;
import org.diandan.shared.TimeWindow;
import org.diandan.shared.Urgency;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.VisitState;
import org.diandan.visits.VisitsProblem;
import org.diandan.visits.Wave;
import org.diandan.visits.Who;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OfferTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Ids IDS = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));
    private static final UUID WANG = id();
    private static final Answer OWN = Answer.by(Actor.of(WANG), EnumSet.of(Who.VOLUNTEER), null);

    private static final Map<OfferAction, BiFunction<Offer, Answer, Step>> VERBS = Map.of(
            OfferAction.CALL_UP, (offer, answer) -> offer.callUp(NOW, NOW),
            OfferAction.ACCEPT, (offer, answer) -> offer.accept(answer, 1, NOW),
            OfferAction.DECLINE, (offer, answer) -> offer.decline(answer, DeclineReason.NO_TIME, NOW),
            OfferAction.EXPIRE, (offer, answer) -> offer.expire(NOW),
            OfferAction.SUPERSEDE, (offer, answer) -> offer.supersede(OfferEnding.PLACE_TAKEN, NOW));

    /** Written down once more, so that a slip in the table is seen. */
    private static final Map<OfferAction, Set<OfferState>> POSSIBLE = Map.of(
            OfferAction.CALL_UP, EnumSet.of(WAITLISTED),
            OfferAction.ACCEPT, EnumSet.of(OPEN),
            OfferAction.DECLINE, EnumSet.of(OPEN, WAITLISTED),
            OfferAction.EXPIRE, EnumSet.of(OPEN),
            OfferAction.SUPERSEDE, EnumSet.of(OPEN, WAITLISTED));

    static Stream<Arguments> everyActionInEveryState() {
        return VERBS.keySet().stream()
                .flatMap(action -> Arrays.stream(OfferState.values()).map(state -> Arguments.of(action, state)));
    }

    @ParameterizedTest
    @MethodSource("everyActionInEveryState")
    void aVerbIsPossibleWhereTheTableSaysSoAndNowhereElse(OfferAction action, OfferState state) {
        Offer offer = offerIn(state);

        if (POSSIBLE.get(action).contains(state)) {
            assertThat(VERBS.get(action).apply(offer, OWN)).isEqualTo(new Step(action, state, action.to()));
            assertThat(offer.state()).isEqualTo(action.to());
        } else {
            boolean tooLate = action == OfferAction.ACCEPT && state == SUPERSEDED;
            assertRefused(tooLate ? VisitsProblem.PLACE_TAKEN : OffersProblem.NOT_NOW, () -> VERBS.get(action)
                    .apply(offer, OWN));
            assertThat(offer.state()).isEqualTo(state);
        }
    }

    @Test
    void onlyTheVolunteerAnswersUnlessSomebodyWhoHeardItIsNamed() {
        Set<Who> leader = EnumSet.of(Who.LEADER);
        assertRefused(OffersProblem.CONSENT_UNHEARD, () -> Answer.by(Actor.of(id()), leader, null));
        assertRefused(OffersProblem.CONSENT_UNHEARD, () -> Answer.by(Actor.of(id()), leader, " "));
        Answer heard = Answer.by(Actor.of(id()), leader, "李队长");
        offerIn(OPEN).accept(heard, 1, NOW);

        assertThat(Answer.by(Actor.of(WANG), EnumSet.of(Who.VOLUNTEER, Who.LEADER), "李队长")
                        .heardBy())
                .as("one's own act was heard by nobody")
                .isNull();
    }

    @Test
    void nobodyElseAnswersAtAll() {
        Answer stranger = new Answer(Actor.of(id()), Set.of(Who.LEAD_VOLUNTEER), "x");
        assertRefused(OffersProblem.NOT_YOURS, () -> offerIn(OPEN).accept(stranger, 1, NOW));
        assertRefused(OffersProblem.NOT_YOURS, () -> offerIn(OPEN).decline(stranger, DeclineReason.NO_TIME, NOW));
    }

    private static UUID id() {
        return IDS.of("371625");
    }

    private static Offer offerIn(OfferState state) {
        Offer offer = state == WAITLISTED
                ? Offer.waiting(id(), visit(), WANG, NOW)
                : Offer.made(id(), visit(), new Candidate(WANG, List.of()), NOW.plus(Duration.ofHours(12)), NOW);
        switch (state) {
            case OPEN, WAITLISTED -> {}
            case ACCEPTED -> offer.accept(OWN, 1, NOW);
            case DECLINED -> offer.decline(OWN, DeclineReason.ILL, NOW);
            case EXPIRED -> offer.expire(NOW);
            case SUPERSEDED -> offer.supersede(OfferEnding.PLACE_TAKEN, NOW);
        }
        assertThat(offer.state()).isEqualTo(state);
        return offer;
    }

    private static VisitFacts visit() {
        return new VisitFacts(
                id(),
                "371625",
                id(),
                1,
                1,
                id(),
                id(),
                "home-haircut",
                "371625003010",
                new TimeWindow(NOW, NOW.plus(Duration.ofHours(1))),
                false,
                1,
                0,
                VisitState.PLANNED,
                1,
                Urgency.NORMAL,
                NOW,
                Wave.TEAM,
                null);
    }

    private static void assertRefused(ProblemType type, ThrowingCallable act) {
        var refused = catchThrowableOfType(Refused.class, act);
        assertThat(refused).as("refused as %s", type.slug()).isNotNull();
        assertThat(refused.type()).isEqualTo(type);
    }
}
