package org.diandan.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelTest {

    @ParameterizedTest
    @CsvSource({
        "210321, CENTER, ''",
        "210321102, INSTITUTE, 210321",
        "210321102209, STATION, 210321102",
        "210321102209-001, POINT, 210321102209",
        "210321-014, POINT, 210321"
    })
    void theCodeOfASiteTellsItsLevelAndTheSiteAbove(String code, Level level, String above) {
        assertThat(Level.of(code)).isEqualTo(level);
        assertThat(Level.above(code)).isEqualTo(above);
        assertThat(Level.isSite(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "21", "2103", "21-001", "2103-001", "21032", "21032110220", "210321102209-1", "Leitun"})
    void whatIsNoSitesCodeHasNoLevel(String code) {
        assertThat(Level.isSite(code)).isFalse();
        assertThatThrownBy(() -> Level.of(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
