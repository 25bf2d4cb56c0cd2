package org.diandan.assignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diandan.shared.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of an instance, and what is said of a line that cannot be right. */
class InstanceFileTest {

    private static final String SMALL = """
            instance 1 2 2 2
            team 0 4 1 2
            team 1 3 0 3

            order 0 1 1500 1
            arc 0 1 250
            arc 0 0 -20
            order 1 0 4000 3
            arc 1 0 120
            """;

    @Test
    void anInstanceIsReadAsItStands() throws IOException {
        Instance instance = read(SMALL);

        assertThat(instance.supply())
                .isEqualTo(Supply.of(LoadTiers.USUAL, new int[] {4, 3}, new int[][] {{1, 2}, {0, 3}}));
        assertThat(instance.orders()).isEqualTo(2);
        assertThat(instance.arcs()).isEqualTo(3);
        Arrival first = instance.arrival(0);
        assertThat(first.slot()).isEqualTo(1);
        assertThat(first.value()).isEqualTo(1500);
        assertThat(first.urgency()).isEqualTo(Urgency.NORMAL);
        assertThat(first.teams()).containsExactly(1, 0);
        assertThat(first.scores()).containsExactly(250, -20);
        assertThat(instance.urgency(1)).isEqualTo(Urgency.EMERGENCY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.txt", "zipped.gz"})
    void whatIsWrittenIsRead(String name, @TempDir Path folder) throws IOException {
        Path file = folder.resolve(name);

        InstanceFile.write(read(SMALL), file);

        assertThat(Files.readAllBytes(file)[0] == 0x1f).isEqualTo(name.endsWith(".gz"));
        Instance again = InstanceFile.read(file, LoadTiers.USUAL);
        assertThat(again.supply()).isEqualTo(read(SMALL).supply());
        assertThat(again.arcs()).isEqualTo(3);
        assertThat(again.arrival(0).teams()).containsExactly(1, 0);
        assertThat(again.arrival(1).scores()).containsExactly(120);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            team 0 4 1 2      | team 0 4 1         | line 2: too short: the capacity of slot 1 is missing
            team 0 4 1 2      | team 0 4 1 2 9     | line 2: too long, from "9" on
            team 0 4 1 2      | team 0 four 1 2    | line 2: the weekly capacity is not a whole number: four
            team 0 4 1 2      | team 0 -4 1 2      | line 2: the weekly capacity is out of bounds: -4
            team 1 3 0 3      | team 0 3 0 3       | line 3: team 0 stands where team 1 is due
            team 1 3 0 3      | group 1 3 0 3      | line 3: "group" is none of instance, team, order, arc
            order 0 1 1500 1  | order 0 2 1500 1   | line 5: order 0 wishes slot 2 of 2
            order 0 1 1500 1  | order 0 1 1500 4   | line 5: the urgency 4 is not from 0 to 3
            order 0 1 1500 1  | order 0 1 -3 1     | line 5: order 0 has the value -3
            order 1 0 4000 3  | order 7 0 4000 3   | line 8: order 7 stands where order 1 is due
            arc 0 1 250       | arc 0 2 250        | line 6: arc from order 0 to the unknown team 2
            arc 0 1 250       | arc 1 1 250        | line 6: arc from the unknown order 1
            arc 0 0 -20       | arc 0 1 -20        | line 7: order 0 has team 1 twice
            arc 1 0 120       | arc 1 0 9999999999 | line 9: the score is not a whole number: 9999999999
            arc 1 0 120       | order 2 0 1 1      | line 9: order 2, but there are to be only 2
            instance 1 2 2 2  | instance 2 2 2 2   | line 1: version 2 is not known, only 1
            instance 1 2 2 2  | team 0 4 1 2       | line 1: the first line must be: instance 1 <teams> <slots> <orders>
            instance 1 2 2 2  | instance 1 3 2 2   | line 5: only 2 of 3 teams stand before this line
            instance 1 2 2 2  | instance 1 2 2 3   | line 10: the file ends after 2 of 3 orders
            """)
    void aBrokenLineIsToldWithItsNumberAndTheReason(String whole, String broken, String told) {
        assertThatThrownBy(() -> read(SMALL.replace(whole, broken)))
                .isInstanceOf(BrokenInstance.class)
                .hasMessage(told);
    }

    @Test
    void anEmptyFileIsToldSo() {
        assertThatThrownBy(() -> read("")).isInstanceOf(BrokenInstance.class).hasMessage("line 1: the file is empty");
    }

    private static Instance read(String text) throws IOException {
        return InstanceFile.read(new ByteArrayInputStream(text.getBytes(UTF_8)), LoadTiers.USUAL);
    }
}
