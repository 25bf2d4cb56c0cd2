package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EntityTagTest {

    private final Api api = Api.anonymous();
    private final String path = "/probe/" + new UUID(1, 2);

    @Test
    void aSingleResourceCarriesItsVersionAndAHashOfTheView() {
        String tag = api.get(path).expect(200).header("ETag").orElseThrow();
        String other = api.get("/probe/" + new UUID(3, 4)).header("ETag").orElseThrow();

        assertThat(tag).matches("\"3-[0-9a-f]{12}\"").isNotEqualTo(other);
    }

    @Test
    void whatTheCallerHasAlreadyIsNotSentAgain() {
        String tag = api.get(path).header("ETag").orElseThrow();

        Answer again = api.with("If-None-Match", "\"x\", W/" + tag).get(path).expect(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).hasValue(tag);
        api.with("If-None-Match", "\"3-000000000000\"").get(path).expect(200);
    }

    @Test
    void aChangeMustSayWhichVersionItChanges() {
        api.put(path, Map.of("name", "new")).expect(428, "if-match-required");
        api.with("If-Match", "\"2-abc\"").put(path, Map.of("name", "new")).expect(412, "stale-version");
        api.with("If-Match", "nonsense").put(path, Map.of("name", "new")).expect(412, "stale-version");
        api.with("If-Match", api.get(path).header("ETag").orElseThrow())
                .put(path, Map.of("name", "new"))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3-abc\"", "W/\"3-abc\"", "\"2-a\", \"3-b\"", "*"})
    void eachWayToNameTheVersionIsTaken(String ifMatch) {
        api.with("If-Match", ifMatch).put(path, Map.of("name", "new")).expect(200);
    }

    @Test
    void aVerbHonoursTheVersionButDoesNotNeedIt() {
        api.post(path + "/move").expect(200);
        api.with("If-Match", "\"3-a\"").post(path + "/move").expect(200);
        api.with("If-Match", "\"2-a\"").post(path + "/move").expect(412, "stale-version");
    }
}
