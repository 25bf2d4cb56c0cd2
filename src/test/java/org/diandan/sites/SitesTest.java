package org.diandan.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over HTTP. Each test has a county of its own, made up. */
@QuarkusTest
class SitesTest {

    private static final AtomicInteger COUNTIES = new AtomicInteger(10);

    @Inject
    People people;

    @Inject
    DivisionImport divisions;

    @Inject
    Sites sites;

    @Inject
    SiteKeeping keeping;

    private String county;
    private Person admin;
    private Person dispatcher;

    @BeforeEach
    void importACounty() {
        county = "9101" + COUNTIES.getAndIncrement();
        divisions.run("""
                code,name,level,parent
                91,雾省,PROVINCE,
                9101,露市,PREFECTURE,91
                %1$s,霜县,COUNTY,9101
                %1$s001,雪镇,TOWNSHIP,%1$s
                %1$s001201,冰村,VILLAGE,%1$s001
                """.formatted(county), null, Locale.ENGLISH);
        admin = people.admin();
        dispatcher = people.dispatcherOf(county);
    }

    @Test
    void aCountyIsOpenedFromItsCenterDownToAPoint() {
        Answer center =
                admin.post("/sites", Map.of("code", county, "name", "霜县实践中心")).expect(201);
        dispatcher
                .post("/sites", Map.of("code", county + "001", "name", "雪镇实践所"))
                .expect(201);
        dispatcher
                .post("/sites", Map.of("code", county + "001201", "name", "冰村实践站", "address", "村部"))
                .expect(201);
        Answer first = dispatcher
                .post("/sites", Map.of("parent", county + "001201", "name", "一号大棚"))
                .expect(201);
        Answer second = dispatcher
                .post("/sites", Map.of("parent", county + "001201", "name", "二号大棚"))
                .expect(201);

        assertThat(center.header("Location")).hasValue("/api/v1/sites/" + county);
        assertThat(first.json().at("/code").asText()).isEqualTo(county + "001201-001");
        assertThat(second.json().at("/code").asText()).isEqualTo(county + "001201-002");
        assertThat(second.json().at("/chain"))
                .extracting(link -> link.at("/name").asText())
                .containsExactly("二号大棚", "冰村实践站", "雪镇实践所", "霜县实践中心");
        assertThat(codes("/sites?parent=" + county + "001201&limit=1")).hasSize(1);
        assertThat(codes("/sites?parent=" + county + "001201"))
                .containsExactly(county + "001201-001", county + "001201-002");
        assertThat(codes("/sites?parent=" + county + "&level=POINT")).isEmpty();
        assertThat(codes("/sites?limit=200")).contains(county);
        assertThat(sites.chain(county + "001201-002"))
                .extracting(Site::level)
                .containsExactly(Level.POINT, Level.STATION, Level.INSTITUTE, Level.CENTER);
        assertThat(sites.zone(county)).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void aSiteNeedsAValidDivisionAndTheSiteAbove() {
        admin.post("/sites", Map.of("code", "919999", "name", "无")).expect(400, "no-such-division");
        dispatcher.post("/sites", Map.of("code", county + "001", "name", "所")).expect(409, "no-site-above");
        dispatcher.post("/sites", Map.of("parent", county, "name", "点")).expect(409, "no-site-above");
        admin.post("/sites", Map.of("code", county, "name", "中心")).expect(201);
        admin.post("/sites", Map.of("code", county, "name", "中心")).expect(409, "site-exists");
        dispatcher.post("/sites", Map.of("code", county + "999", "name", "所")).expect(400, "no-such-division");
    }

    @Test
    void aRequestThatContradictsItselfIsNamed() {
        admin.post("/sites", Map.of("name", "无")).expect(400, "bad-request");
        admin.post("/sites", Map.of("name", "无", "code", county, "parent", county))
                .expect(400, "bad-request");
        admin.post("/sites", Map.of("name", "无", "code", "9101")).expect(400, "bad-request");
        admin.post("/sites", Map.of("name", "无", "code", county + "-001")).expect(400, "bad-request");
        admin.post("/sites", Map.of("name", "无", "code", "x")).expect(400, "bad-request");
        admin.post("/sites", Map.of("name", " ", "code", county)).expect(400, "bad-request");
        Answer zone = admin.post("/sites", Map.of("name", "中心", "code", county, "zone", "Mars/Base"))
                .expect(400, "bad-request");
        assertThat(zone.json().at("/errors/0/pointer").asText()).isEqualTo("/zone");
        dispatcher
                .post("/sites", Map.of("name", "点", "parent", county + "-001"))
                .expect(400, "bad-request");
    }

    @Test
    void nobodyOpensOrChangesOutsideTheirOwnArea() {
        Map<String, String> center = Map.of("code", county, "name", "中心");
        Map<String, String> institute = Map.of("code", county + "001", "name", "所");
        Api.anonymous().post("/sites", center).expect(401, "unauthenticated");
        people.clerkOf(county).post("/sites", center).expect(403, "forbidden");
        dispatcher.post("/sites", center).expect(403, "forbidden");
        Answer opened = admin.post("/sites", center).expect(201);

        admin.post("/sites", institute).expect(403, "forbidden");
        people.dispatcherOf("910199").post("/sites", institute).expect(403, "forbidden");
        people.dispatcherOf(county + "001").post("/sites", institute).expect(403, "forbidden");
        Map<String, String> renamed = Map.of("name", "别的中心");
        people.dispatcherOf("910199").patch(opened, "/sites/" + county, renamed).expect(403, "forbidden");
        people.dispatcherOf(county + "001")
                .patch(opened, "/sites/" + county, renamed)
                .expect(403, "forbidden");
        dispatcher.patch(opened, "/sites/" + county, renamed).expect(200);
        dispatcher.post("/sites", institute).expect(201);
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() {
        Answer opened =
                admin.post("/sites", Map.of("code", county, "name", "中心")).expect(201);
        String path = "/sites/" + county;

        Answer changed =
                dispatcher.patch(opened, path, Map.of("opening", "周一至周五")).expect(200);
        assertThat(changed.json().at("/name").asText()).isEqualTo("中心");
        dispatcher.patch(opened, path, Map.of("name", "迟到")).expect(412, "stale-version");
        dispatcher.api().patch(path, Map.of("name", "无版本")).expect(428, "if-match-required");
        dispatcher.patch(changed, path, Map.of("level", "POINT")).expect(400, "bad-request");
        dispatcher.patch(changed, path, Map.of("name", "  ")).expect(400, "bad-request");
        assertThat(Api.anonymous().get(path).json().at("/opening").asText()).isEqualTo("周一至周五");
    }

    @Test
    void anEmergencyOfTheCenterIsInForceInEveryVillage() {
        Answer center =
                admin.post("/sites", Map.of("code", county, "name", "中心")).expect(201);
        dispatcher.post("/sites", Map.of("code", county + "001", "name", "所")).expect(201);
        dispatcher
                .post("/sites", Map.of("code", county + "001201", "name", "站"))
                .expect(201);
        assertThat(sites.get(county + "001201").mode()).isEqualTo(OperatingMode.NORMAL);

        dispatcher
                .patch(center, "/sites/" + county, Map.of("mode", "EMERGENCY"))
                .expect(200);

        assertThat(sites.get(county + "001201").mode()).isEqualTo(OperatingMode.EMERGENCY);
        JsonNode station = Api.anonymous().get("/sites/" + county + "001201").json();
        assertThat(station.at("/mode").asText()).isEqualTo("NORMAL");
        assertThat(station.at("/modeInForce").asText()).isEqualTo("EMERGENCY");
    }

    @Test
    void aSiteWhoseOpeningFailedIsNotRemembered() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    keeping.open(OpenSite.in(county, "中心"));
                    assertThat(sites.find(county))
                            .as("seen by whoever opened it")
                            .isPresent();
                    throw new IllegalStateException("what comes after fails");
                }))
                .hasMessageContaining("fails");

        assertThat(sites.find(county)).isEmpty();
    }

    @Test
    void theActionsAreWhatTheCallerMayDo() {
        admin.post("/sites", Map.of("code", county, "name", "中心")).expect(201);

        assertThat(dispatcher.get("/sites/" + county).json().at("/actions").toString())
                .isEqualTo("[\"CHANGE\",\"OPEN_BELOW\",\"CHANGE_CALENDAR\"]");
        assertThat(Api.anonymous().get("/sites/" + county).json().at("/actions").toString())
                .isEqualTo("[]");
    }

    @Test
    void levelsAndModesHaveNames() {
        JsonNode choices = Api.anonymous().get("/sites/choices").expect(200).json();

        assertThat(choices.at("/levels").findValuesAsText("text")).containsExactly("实践中心", "实践所", "实践站", "实践点");
        assertThat(choices.at("/modes").findValuesAsText("code")).containsExactly("NORMAL", "EMERGENCY");
    }

    @Test
    void aSiteThatThereIsNotIs404InAPathAndNamedInARequest() {
        Api.anonymous().get("/sites/" + county).expect(404, "not-found");
        Api.anonymous().get("/sites/no-site").expect(404, "not-found");
        assertThat(sites.find(county)).isEmpty();
        assertThatThrownBy(() -> sites.get(county))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.type()).isEqualTo(SitesProblem.UNKNOWN_SITE));
    }

    private static List<String> codes(String path) {
        List<String> codes = new ArrayList<>();
        Api.anonymous()
                .get(path)
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> codes.add(item.at("/code").asText()));
        return codes;
    }
}
