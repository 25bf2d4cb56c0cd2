package org.diandan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoStartTest {

    @Test
    void whoStartsTheProgramAsksForTheDemo() {
        assertThat(DemoStart.isAskedFor("demo", null)).isTrue();
        assertThat(DemoStart.isAskedFor(null, "demo")).isTrue();
        assertThat(DemoStart.isAskedFor(null, "mine,demo")).isTrue();
    }

    @Test
    void aProfileThatWasOnlyBuiltInPlantsNothing() {
        assertThat(DemoStart.isAskedFor(null, null)).isFalse();
        assertThat(DemoStart.isAskedFor("prod", "demo")).isFalse();
        assertThat(DemoStart.isAskedFor(null, "demonstration")).isFalse();
    }
}
