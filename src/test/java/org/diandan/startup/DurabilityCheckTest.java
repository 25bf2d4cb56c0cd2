package org.diandan.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityCheckTest {
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "remote_apply", "full_page_writes", "on");

    @Test
    void aDurableServerAndAnOrdinaryLoginAreFine() {
        assertThat(DurabilityCheck.complaints(DURABLE, false, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void aServerThatCanLoseWritesIsRefused(String setting) {
        var settings = new HashMap<>(DURABLE);
        settings.put(setting, "off");

        assertThat(DurabilityCheck.complaints(settings, false, false))
                .singleElement()
                .asString()
                .contains(setting + "=off");
    }

    @Test
    void aLoginAboveTheRulesIsRefused() {
        assertThat(List.of(
                        DurabilityCheck.complaints(DURABLE, true, false),
                        DurabilityCheck.complaints(DURABLE, false, true)))
                .allSatisfy(complaints ->
                        assertThat(complaints).singleElement().asString().contains("superuser"));
    }
}
