package org.diandan.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAmountTest {

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "PT4H", "P1DT2H", "PT30M", "PT0S"})
    void whatIsReadIsWrittenTheSame(String iso) {
        assertThat(TimeAmount.parse(iso, ClockKind.SERVICE)).hasToString(iso);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "4h", "P-1D", "PT-4H", "P1M", "P1W", "P99999D"})
    void whatIsNoAmountIsRefused(String text) {
        assertThatThrownBy(() -> TimeAmount.parse(text, ClockKind.WALL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDayIsNotTwentyFourHours() {
        assertThat(TimeAmount.parse("P1D", ClockKind.SERVICE))
                .isNotEqualTo(TimeAmount.of(Duration.ofHours(24), ClockKind.SERVICE));
    }
}
