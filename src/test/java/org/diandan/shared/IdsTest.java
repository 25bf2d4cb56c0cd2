package org.diandan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));

    @ParameterizedTest
    @ValueSource(strings = {"000000", "210321", "371625", "000001", "999999"})
    void anIdKnowsItsCenter(String center) {
        assertThat(Ids.centerOf(ids.of(center))).isEqualTo(center);
    }

    @Test
    void anIdIsAVersion7UuidThatBeginsWithItsTime() {
        UUID id = ids.of("210321");

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void theFirstIdOfATimeStandsBetweenThoseMadeBeforeAndSince() {
        String before = new Ids(Clock.fixed(NOW.minusMillis(1), ZoneOffset.UTC), new Random(1))
                .of("999999")
                .toString();

        assertThat(Ids.firstOf(NOW).toString())
                .isGreaterThan(before)
                .isLessThan(ids.of("000000").toString());
    }

    @Test
    void tenThousandIdsOfOneMillisecondAreDifferent() {
        Set<UUID> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.of("371625"));
        }
        assertThat(made).hasSize(10_000);
    }

    @Test
    void idsOfOneMillisecondSortAsTheyWereMade() {
        UUID before = ids.of("371625");
        for (int i = 0; i < 10_000; i++) {
            UUID next = ids.of("371625");
            assertThat(next.toString()).isGreaterThan(before.toString());
            before = next;
        }
    }

    @Test
    void aForeignUuidTellsSixDigitsAndNeverFails() {
        assertThat(Ids.centerOf(new UUID(-1, -1))).matches("[0-9]{6}");
    }

    @Test
    void aTownshipIsNoCenter() {
        assertThatThrownBy(() -> ids.of("371625003")).isInstanceOf(IllegalArgumentException.class);
    }
}
