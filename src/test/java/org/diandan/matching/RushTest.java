package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.diandan.matching.Rush.Outcome;
import org.junit.jupiter.api.Test;

/** Sixteen threads want more places than there are. */
@QuarkusTest
class RushTest {

    @Inject
    Capacities capacities;

    @Test
    void asManyGetAPlaceAsThereAre() throws Exception {
        assertThat(Rush.guarded(capacities)).isEqualTo(new Outcome(Rush.PLACES, Rush.PLACES, 0));
    }

    @Test
    void withoutTheConditionTheTableRefusesWhatIsTooMuch() throws Exception {
        assertThat(Rush.withoutCondition()).isEqualTo(new Outcome(Rush.PLACES, Rush.PLACES, Rush.WANTED - Rush.PLACES));
    }

    @Test
    void withoutConditionAndCheckPlacesAreOverBooked() throws Exception {
        assertThat(Rush.withoutAnything()).isEqualTo(new Outcome(Rush.WANTED, Rush.WANTED, 0));
        assertThat(Rush.withoutAnything().isOverBooked()).isTrue();
    }
}
