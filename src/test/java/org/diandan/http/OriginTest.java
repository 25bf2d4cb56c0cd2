package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {

    @Test
    void allAddressesOfOneNetworkCountAsOne() {
        assertThat(Origin.of("2001:db8:1:2::1")).isEqualTo(Origin.of("2001:db8:1:2:aaaa:bbbb:cccc:dddd"));
        assertThat(Origin.of("2001:db8:1:2::1")).isNotEqualTo(Origin.of("2001:db8:1:3::1"));
    }

    @Test
    void anAddressOfTheOlderKindIsOneHoweverItIsWritten() {
        assertThat(Origin.of("192.0.2.1")).isNotEqualTo(Origin.of("192.0.2.2"));
        assertThat(Origin.of("::ffff:192.0.2.1")).isNotEqualTo(Origin.of("::ffff:192.0.2.2"));
    }

    @Test
    void whatIsNoAddressStaysAsItIs() {
        assertThat(Origin.of("unix")).isEqualTo("unix");
    }
}
