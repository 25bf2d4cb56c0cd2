package org.diandan.sites;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.identity.People;
import org.diandan.timers.TestTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over HTTP. Made-up provinces, so that no other test is disturbed. */
@QuarkusTest
class DivisionsTest {

    private static final String HEADING = "code,name,level,parent\n";
    private static final String ABOVE = "99,云省,PROVINCE,\n9901,天市,PREFECTURE,99\n";

    @Inject
    People people;

    @Inject
    TestTime time;

    @AfterEach
    void backToToday() {
        time.reset();
    }

    @Test
    void theDemonstrationsCountiesAreImportedOnceAndTheSecondTimeNothingChanges() throws IOException {
        String demo = demo();
        imports(demo, "").expect(200);
        JsonNode again = imports(demo, "").expect(200).json();

        assertThat(again.toString()).isEqualTo("{\"rows\":1224,\"added\":0,\"renamed\":0,\"ended\":0}");
        JsonNode leitun =
                Api.anonymous().get("/divisions/210321102209").expect(200).json();
        assertThat(leitun.at("/name").asText()).isEqualTo("雷屯村委会");
        assertThat(leitun.at("/above"))
                .extracting(above -> above.at("/name").asText())
                .containsExactly("辽宁省", "鞍山市", "台安县", "新开河镇");
        assertThat(walk("/divisions?parent=371625003&level=VILLAGE&limit=10"))
                .as("Bochang has exactly twenty-five villages and communities")
                .hasSize(25)
                .isSorted()
                .contains("371625003010");
    }

    @Test
    void aNamesBeginningFindsADivisionWhereverItIs() throws IOException {
        imports(demo(), "").expect(200);

        assertThat(walk("/divisions?q=%E9%94%A6%E7%BB%A3%E7%A4%BE%E5%8C%BA&limit=1"))
                .contains("371625003010");
        assertThat(walk("/divisions?q=%25")).as("a wildcard is a letter").isEmpty();
    }

    @Test
    void aRenamedDivisionKeepsItsHistoryAndOneThatIsGoneEnds() {
        imports(HEADING + ABOVE + "990101,东县,COUNTY,9901\n990102,西县,COUNTY,9901\n", "9901")
                .expect(200);
        time.advance(Duration.ofDays(2));

        JsonNode changes = imports(HEADING + ABOVE + "990101,东方县,COUNTY,9901\n990103,南县,COUNTY,9901\n", "9901")
                .expect(200)
                .json();

        assertThat(changes.toString()).isEqualTo("{\"rows\":4,\"added\":1,\"renamed\":1,\"ended\":1}");
        JsonNode renamed = Api.anonymous().get("/divisions/990101").expect(200).json();
        assertThat(renamed.at("/name").asText()).isEqualTo("东方县");
        assertThat(renamed.at("/formerly/0/name").asText()).isEqualTo("东县");
        assertThat(renamed.at("/formerly/0/validUntil")).isEqualTo(renamed.at("/validFrom"));
        JsonNode gone = Api.anonymous().get("/divisions/990102").expect(200).json();
        assertThat(gone.at("/validUntil")).isEqualTo(renamed.at("/validFrom"));
        assertThat(walk("/divisions?parent=9901")).containsExactly("990101", "990103");
    }

    @Test
    void aDivisionThatComesBackIsValidAgain() {
        String whole = HEADING + "98,海省,PROVINCE,\n9801,浪市,PREFECTURE,98\n";
        imports(whole, "98").expect(200);
        time.advance(Duration.ofDays(1));
        imports(HEADING + "98,海省,PROVINCE,\n", "98").expect(200);
        assertThat(walk("/divisions?parent=98")).isEmpty();
        imports(whole, "98").expect(200);
        imports(HEADING + "98,海省,PROVINCE,\n", "98").expect(200);
        imports(whole, "98").expect(200);

        assertThat(walk("/divisions?parent=98")).containsExactly("9801");
    }

    @Test
    void withoutTheAreaThatTheFileHoldsWholeNothingEnds() {
        imports(HEADING + "97,山省,PROVINCE,\n9701,石市,PREFECTURE,97\n", "").expect(200);
        imports(HEADING + "97,山省,PROVINCE,\n", "").expect(200);

        assertThat(walk("/divisions?parent=97")).containsExactly("9701");
    }

    @Test
    void oneWrongRowAndNothingIsImported() {
        Answer answer = imports(HEADING + "96,林省,PROVINCE,\n9601,木市,PREFECTURE,96\n960201,苗县,COUNTY,9602\n", "")
                .expect(400, "wrong-divisions");

        assertThat(answer.json().at("/errors")).singleElement().satisfies(fault -> {
            assertThat(fault.at("/pointer").asText()).isEqualTo("/4/parent");
            assertThat(fault.at("/detail").asText()).contains("第 4 行").contains("9602");
        });
        Api.anonymous().get("/divisions/96").expect(404, "not-found");
    }

    @Test
    void aVillageMayComeAfterItsTownshipInAnotherFileButNotBelowOneThatEnds() {
        imports(HEADING + "95,河省,PROVINCE,\n9501,水市,PREFECTURE,95\n", "").expect(200);
        imports(HEADING + "950101,泉县,COUNTY,9501\n", "").expect(200);

        imports(HEADING + "95,河省,PROVINCE,\n950102,井县,COUNTY,9501\n", "95").expect(400, "wrong-divisions");
        assertThat(walk("/divisions?parent=9501")).containsExactly("950101");
        imports(HEADING + "9501,水市,PREFECTURE,95\n", "95").expect(400, "wrong-divisions");
    }

    @Test
    void aFileThatIsNotUtf8OrNotDivisionsIsRefusedByName() {
        Api admin = admin();
        byte[] gbk = (HEADING + "94,风省,PROVINCE,\n").getBytes(Charset.forName("GBK"));

        admin.send("POST", "/divisions/imports", BodyPublishers.ofByteArray(gbk))
                .expect(400, "bad-request");
        imports("id,title\n1,x\n", "").expect(400, "not-a-division-file");
        imports("", "").expect(400, "bad-request");
        admin.with("Content-Type", "application/json")
                .send("POST", "/divisions/imports", BodyPublishers.ofString("{}"))
                .expect(415, "unsupported-media-type");
        imports(HEADING, "nowhere").expect(400, "bad-request");
        Api.anonymous().get("/divisions/94").expect(404, "not-found");
    }

    @Test
    void onlyAnAdministratorImports() {
        String file = HEADING + "93,沙省,PROVINCE,\n";
        people.dispatcherOf("371625")
                .api()
                .with("Content-Type", "text/csv")
                .send("POST", "/divisions/imports", BodyPublishers.ofString(file))
                .expect(403, "forbidden");
        Api.anonymous()
                .with("Content-Type", "text/csv")
                .send("POST", "/divisions/imports", BodyPublishers.ofString(file))
                .expect(401, "unauthenticated");
    }

    @Test
    void aProvinceOfEighteenThousandComesInOneFile() {
        var file = new StringBuilder(HEADING).append("92,大省,PROVINCE,\n9201,大市,PREFECTURE,92\n920101,大县,COUNTY,9201\n");
        for (int township = 1; township <= 90; township++) {
            String code = "920101%03d".formatted(township);
            file.append(code).append(",镇,TOWNSHIP,920101\n");
            for (int village = 1; village <= 200; village++) {
                file.append("%s%03d,某村民委员会,VILLAGE,%s\n".formatted(code, village, code));
            }
        }
        assertThat(imports(file.toString(), "92")
                        .expect(200)
                        .json()
                        .at("/added")
                        .asInt())
                .isEqualTo(18_093);
        assertThat(imports(file.toString(), "92")
                        .expect(200)
                        .json()
                        .at("/added")
                        .asInt())
                .isZero();
    }

    private Answer imports(String file, String within) {
        return admin().send(
                        "POST",
                        "/divisions/imports" + (within.isEmpty() ? "" : "?within=" + within),
                        BodyPublishers.ofString(file, StandardCharsets.UTF_8));
    }

    private Api admin() {
        return people.admin().api().with("Content-Type", "text/csv");
    }

    /** The codes on all pages of a list. */
    private static List<String> walk(String path) {
        List<String> codes = new ArrayList<>();
        JsonNode page = Api.anonymous().get(path).expect(200).json();
        while (true) {
            page.at("/items").forEach(item -> codes.add(item.at("/code").asText()));
            if (!page.hasNonNull("next")) {
                return codes;
            }
            page = Api.anonymous()
                    .get(path + "&cursor=" + page.at("/next").asText())
                    .expect(200)
                    .json();
        }
    }

    private static String demo() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(DivisionsTest.class.getResourceAsStream("/divisions/demo.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
