package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CursorsTest {

    private final Api api = Api.anonymous();

    @Test
    void aListGoesOnWhereItsCursorStands() {
        String next = api.get("/probe").json().path("next").asText();

        String there = api.get("/probe?cursor=" + next)
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .asText();

        assertThat(there).isEqualTo("1970-01-01T00:00:00Z 00000000-0000-0001-0000-000000000002 丽水\n");
        assertThat(next).matches("[A-Za-z0-9_-]+");
    }

    /** It stands in addresses, and the list that it is of may mask what it is sorted by. */
    @Test
    void aCursorTellsNothingOfItsRow() {
        String next = api.get("/probe").json().path("next").asText();

        byte[] bytes = Base64.getUrlDecoder().decode(next);

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .doesNotContain("丽水")
                .doesNotContain("1970");
        assertThat(api.get("/probe").json().path("next").asText()).isEqualTo(next);
    }

    @Test
    void aCursorWithASingleOtherCharacterIsForged() {
        String next = api.get("/probe").json().path("next").asText();

        for (int i = 0; i < next.length(); i += 7) {
            char other = next.charAt(i) == 'A' ? 'B' : 'A';
            api.get("/probe?cursor=" + next.substring(0, i) + other + next.substring(i + 1))
                    .expect(400, "bad-request");
        }
    }
}
