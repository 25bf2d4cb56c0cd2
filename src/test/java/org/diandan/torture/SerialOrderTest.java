package org.diandan.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.torture.SerialOrder.Verb.ANSWER;
import static org.diandan.torture.SerialOrder.Verb.ASK;
import static org.diandan.torture.SerialOrder.Verb.CANCEL;
import static org.diandan.torture.SerialOrder.Verb.HOLD;
import static org.diandan.torture.SerialOrder.Verb.LOOK;
import static org.diandan.torture.SerialOrder.Verb.RESUME;
import static org.diandan.torture.SerialOrder.Verb.TAKE_ON;

import java.util.List;
import org.diandan.torture.SerialOrder.Did;
import org.diandan.torture.SerialOrder.Outcome;
import org.diandan.torture.SerialOrder.Verb;
import org.junit.jupiter.api.Test;

/** The judge of histories, judged. */
class SerialOrderTest {

    @Test
    void oneAfterTheOtherIsLegal() {
        assertThat(isLegal(
                        done(ASK, 1, 2, "NEEDS_INFO"),
                        done(HOLD, 3, 4, "ON_HOLD"),
                        done(RESUME, 5, 6, "NEEDS_INFO"),
                        done(ANSWER, 7, 8, "SUBMITTED"),
                        refused(ANSWER, 9, 10)))
                .isTrue();
    }

    @Test
    void ofTwoAtOnceEitherMayBeFirst() {
        assertThat(isLegal(done(ASK, 1, 9, "NEEDS_INFO"), refused(TAKE_ON, 2, 8)))
                .isTrue();
        assertThat(isLegal(done(TAKE_ON, 1, 9, "ROUTING"), refused(ASK, 2, 8))).isTrue();
    }

    @Test
    void twoWinnersAreNone() {
        assertThat(isLegal(done(ASK, 1, 9, "NEEDS_INFO"), done(TAKE_ON, 2, 8, "ROUTING")))
                .isFalse();
    }

    @Test
    void whatIsSeenIsNotOlderThanWhatWasAnsweredBefore() {
        assertThat(isLegal(done(ASK, 1, 2, "NEEDS_INFO"), done(LOOK, 3, 4, "SUBMITTED")))
                .isFalse();
        assertThat(isLegal(done(ASK, 1, 4, "NEEDS_INFO"), done(LOOK, 2, 3, "SUBMITTED")))
                .isTrue();
    }

    @Test
    void aRefusalMustHaveItsReason() {
        assertThat(isLegal(refused(CANCEL, 1, 2))).isFalse();
    }

    @Test
    void whatNobodyKnowsMayHaveHappenedLateOrNever() {
        var unknown = new Did(CANCEL, 1, 2, Outcome.unknown());
        assertThat(isLegal(unknown, done(LOOK, 3, 4, "SUBMITTED"), done(LOOK, 5, 6, "CANCELLED")))
                .isTrue();
        assertThat(isLegal(unknown, done(LOOK, 3, 4, "SUBMITTED"))).isTrue();
        assertThat(isLegal(unknown, done(LOOK, 3, 4, "CANCELLED"), done(LOOK, 5, 6, "SUBMITTED")))
                .isFalse();
    }

    private static boolean isLegal(Did... history) {
        return SerialOrder.isLegal(List.of(history));
    }

    private static Did done(Verb verb, long asked, long answered, String state) {
        return new Did(verb, asked, answered, Outcome.done(state));
    }

    private static Did refused(Verb verb, long asked, long answered) {
        return new Did(verb, asked, answered, Outcome.refused());
    }
}
