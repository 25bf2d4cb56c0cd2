package org.diandan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({"王小明,王*明", "王明,王*", "欧阳小明,欧**明", "王,*", "𠮷小明,𠮷*明"})
    void aNameKeepsItsFirstAndLastCharacter(String name, String masked) {
        assertThat(Masked.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13800000001,138****0001", "+8613800000001,+86*******0001", "12345,*****"})
    void aPhoneKeepsThreeAndFourDigits(String phone, String masked) {
        assertThat(Masked.phone(phone)).isEqualTo(masked);
    }

    @Test
    void anAddressNeverShowsTheDoor() {
        assertThat(Masked.address("锦绣社区3号楼2单元401")).isEqualTo("锦绣社区3号***").doesNotContain("401");
        assertThat(Masked.address("401")).isEqualTo("4***");
    }
}
