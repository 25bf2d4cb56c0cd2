package org.diandan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.sites.DivisionImport;
import org.diandan.sites.OpenSite;
import org.diandan.sites.SiteKeeping;
import org.diandan.sites.Sites;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over HTTP: the menus and time limits of a made-up county. */
@QuarkusTest
class MenuTest {

    private static final String CENTER = "890101";
    private static final String INSTITUTE = CENTER + "001";
    private static final String STATION = INSTITUTE + "201";

    @Inject
    People people;

    @Inject
    DivisionImport divisions;

    @Inject
    SiteKeeping keeping;

    @Inject
    Sites sites;

    @Inject
    Catalogue catalogue;

    private Person dispatcher;

    @BeforeEach
    void openACounty() {
        if (sites.find(CENTER).isEmpty()) {
            divisions.run("""
                    code,name,level,parent
                    89,星省,PROVINCE,
                    8901,月市,PREFECTURE,89
                    890101,日县,COUNTY,8901
                    890101001,光镇,TOWNSHIP,890101
                    890101001201,影村,VILLAGE,890101001
                    """, null, Locale.ENGLISH);
            keeping.open(OpenSite.in(CENTER, "日县实践中心"));
            keeping.open(OpenSite.in(INSTITUTE, "光镇实践所"));
            keeping.open(OpenSite.in(STATION, "影村实践站"));
        }
        dispatcher = people.dispatcherOf(CENTER);
    }

    @Test
    void aSiteOffersWhatTheSiteAboveOffersUnlessItSaysOtherwise() {
        assertThat(menu(STATION)).contains("performance");

        say(CENTER, Map.of("offered", false)).expect(200);
        assertThat(menu(STATION)).doesNotContain("performance").contains("home-haircut");
        say(STATION, Map.of("offered", true)).expect(200);
        assertThat(menu(STATION)).contains("performance");
        assertThat(menu(INSTITUTE)).doesNotContain("performance");
        assertThat(catalogue.isOffered("performance", STATION + "-001")).isTrue();

        Answer silent = say(STATION, Map.of()).expect(200);
        assertThat(silent.json().has("said")).isFalse();
        assertThat(silent.json().at("/offered").asBoolean()).isFalse();
        say(CENTER, Map.of()).expect(200);
        assertThat(menu(STATION)).contains("performance");
    }

    @Test
    void onlyADispatcherOfTheSiteWhoSawTheEntryChangesIt() {
        String path = "/sites/" + INSTITUTE + "/menu/study-circle";
        Answer seen = Api.anonymous().get(path).expect(200);

        people.dispatcherOf(STATION).put(seen, path, Map.of("offered", false)).expect(403, "forbidden");
        people.clerkOf(INSTITUTE).put(seen, path, Map.of("offered", false)).expect(403, "forbidden");
        dispatcher.api().put(path, Map.of("offered", false)).expect(428, "if-match-required");
        dispatcher.put(seen, path, Map.of("offered", true)).expect(200);
        dispatcher.put(seen, path, Map.of("offered", false)).expect(412, "stale-version");
        Api.anonymous().get("/sites/" + INSTITUTE + "/menu/moon-landing").expect(404, "not-found");
        Api.anonymous().get("/sites/890199/menu/study-circle").expect(404, "not-found");
    }

    @Test
    void aTownshipSetsATimeLimitOfItsOwnAndTakesItBack() {
        String path = "/time-limits/PREPARATION/NORMAL?site=" + INSTITUTE;
        Answer before = Api.anonymous().get(path).expect(200);
        assertThat(before.json().at("/holds/steps/0").asText()).isEqualTo("P2D");

        Person township = people.dispatcherOf(INSTITUTE);
        Answer set = township.put(before, path, Map.of("steps", List.of("P1DT2H"), "clock", "SERVICE"))
                .expect(200);
        assertThat(set.json().at("/holds/ofSite").asText()).isEqualTo(INSTITUTE);
        Answer station = Api.anonymous()
                .get("/time-limits?service=home-haircut&site=" + STATION)
                .expect(200);
        assertThat(station.json()).hasSize(58).anySatisfy(limit -> {
            assertThat(limit.at("/limit").asText()).isEqualTo("PREPARATION");
            assertThat(limit.at("/urgency").asText()).isEqualTo("NORMAL");
            assertThat(limit.at("/steps/0").asText()).isEqualTo("P1DT2H");
            assertThat(limit.at("/text").asText()).isEqualTo("制单");
        });
        township.put(before, path, Map.of("steps", List.of("P3D"), "clock", "SERVICE"))
                .expect(412, "stale-version");

        township.delete(set, path).expect(204);
        assertThat(Api.anonymous().get(path).json().at("/holds/steps/0").asText())
                .isEqualTo("P2D");
    }

    @Test
    void aTimeLimitThatMakesNoSenseIsNamed() {
        String path = "/time-limits/NOBODY_CHECKED_OUT/NORMAL?site=" + CENTER;
        Answer seen = Api.anonymous().get(path).expect(200);

        for (List<String> steps : List.of(
                List.of("PT30M"),
                List.of("PT30M", "PT1H", "soon"),
                List.of("PT1H", "PT2H", "P999D"),
                List.of("PT0S", "PT1H", "PT2H"),
                List.of("PT30.5S", "PT1H", "PT2H"))) {
            dispatcher.put(seen, path, Map.of("steps", steps, "clock", "WALL")).expect(400, "bad-request");
        }
        List<String> steps = List.of("PT20M", "PT40M", "PT1H");
        dispatcher
                .put(seen, path, Map.of("steps", steps, "clock", "WALL", "quietFrom", "21:00"))
                .expect(400, "bad-request");
        dispatcher
                .put(
                        seen,
                        path,
                        Map.of("steps", steps, "clock", "SERVICE", "quietFrom", "21:00", "quietUntil", "07:00"))
                .expect(400, "bad-request");
        Answer set = dispatcher
                .put(seen, path, Map.of("steps", steps, "clock", "WALL", "quietFrom", "21:00", "quietUntil", "07:00"))
                .expect(200);
        assertThat(set.json().at("/holds/quietUntil").asText()).startsWith("07:00");
        dispatcher.delete(set, path).expect(204);
        Api.anonymous().get("/time-limits/LUNCH/NORMAL").expect(404, "not-found");
        Api.anonymous().get("/time-limits?service=moon-landing").expect(400, "unknown-service");
    }

    @Test
    void theInstallationsTimeLimitsAreTheAdministratorsAndOneAlwaysStays() {
        String path = "/time-limits/REPORT/NORMAL";
        Answer seen = Api.anonymous().get(path).expect(200);
        Person admin = people.admin();

        dispatcher
                .put(seen, path, Map.of("steps", List.of("P1D"), "clock", "WALL"))
                .expect(403, "forbidden");
        admin.delete(seen, path).expect(409, "last-time-limit");
        admin.put(seen, path + "?site=" + CENTER, Map.of("steps", List.of("P1D"), "clock", "WALL"))
                .expect(403, "forbidden");
        String ofService = path + "?service=performance";
        Answer set = admin.put(
                        Api.anonymous().get(ofService), ofService, Map.of("steps", List.of("P5D"), "clock", "WALL"))
                .expect(200);
        assertThat(Api.anonymous()
                        .get(path + "?service=performance&site=" + STATION)
                        .json()
                        .at("/holds/steps/0")
                        .asText())
                .isEqualTo("P5D");
        admin.delete(set, ofService).expect(204);
    }

    private Answer say(String site, Map<String, Boolean> entry) {
        String path = "/sites/" + site + "/menu/performance";
        return dispatcher.put(Api.anonymous().get(path), path, entry);
    }

    private static List<String> menu(String site) {
        return Api.anonymous()
                .get("/services?limit=200&site=" + site)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("code");
    }
}
