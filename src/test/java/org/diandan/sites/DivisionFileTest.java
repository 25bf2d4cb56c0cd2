package org.diandan.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Locale;
import org.diandan.http.Fault;
import org.diandan.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionFileTest {

    private static final String HEADING = "code,name,level,parent\n";

    @Test
    void eachRowIsADivision() {
        DivisionFile file = parse("21,辽宁省,PROVINCE,\n2103,鞍山市,PREFECTURE,21\n210321,台安县,COUNTY,2103\n");

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows().values())
                .extracting(DivisionFile.Row::code, DivisionFile.Row::name, DivisionFile.Row::parent)
                .containsExactly(tuple("21", "辽宁省", ""), tuple("2103", "鞍山市", "21"), tuple("210321", "台安县", "2103"));
    }

    @Test
    void theMarkAndLineEndsThatSpreadsheetsWriteDoNoHarm() {
        DivisionFile file =
                DivisionFile.parse("\uFEFFcode,name,level,parent\r\n21,\"辽宁省\",PROVINCE,\r\n\r\n", Locale.ENGLISH);

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows()).containsOnlyKeys("21");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "code,name,level,parent",
                "21,辽宁省,PROVINCE,",
                "{\"code\": 21}",
                "code;name\n",
                "\"21\"x\"\n,"
            })
    void whatHasNotTheColumnsOfDivisionsIsNoSuchFile(String text) {
        assertThatThrownBy(() -> DivisionFile.parse(text, Locale.ENGLISH))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.type())
                        .isEqualTo(SitesProblem.NOT_A_DIVISION_FILE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "21,辽宁省,PROVINCE                    | /2       | 4 columns, not 3",
                "21,辽宁省,STATE,                      | /2/level | no level \"STATE\"",
                "2103,鞍山市,PROVINCE,                 | /2/code  | 2 digits",
                "2a,鞍山市,PROVINCE,                   | /2/code  | 2 digits",
                "2103,鞍山市,PREFECTURE,22             | /2/parent | must be \"21\"",
                "2103,鞍山市,PREFECTURE,               | /2/parent | must be \"21\"",
                "21, ,PROVINCE,                       | /2/name  | not be blank"
            })
    void aWrongRowIsNamedWithItsNumberAndColumn(String row, String pointer, String detail) {
        assertThat(parse(row + "\n").faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).startsWith(pointer);
            assertThat(fault.detail()).startsWith("Row 2: ").contains(detail);
        });
    }

    @Test
    void aCodeThatStandsTwiceIsNamedWithTheRowOfTheFirst() {
        assertThat(parse("21,辽宁省,PROVINCE,\n22,吉林省,PROVINCE,\n21,辽宁,PROVINCE,\n")
                        .faults())
                .containsExactly(Fault.at("/4/code", "Row 4: The code 21 stands in row 2 already."));
    }

    @Test
    void afterAHundredWrongRowsNoMoreAreNamed() {
        assertThat(parse("x,y,z,\n".repeat(500)).faults()).hasSize(100);
    }

    private static DivisionFile parse(String rows) {
        return DivisionFile.parse(HEADING + rows, Locale.ENGLISH);
    }
}
