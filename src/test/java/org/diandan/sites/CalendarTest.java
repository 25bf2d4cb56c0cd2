package org.diandan.sites;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.shared.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over HTTP, in a made-up county. */
@QuarkusTest
class CalendarTest {

    private static final String CENTER = "900101";
    private static final String PATH = "/sites/" + CENTER + "/calendar";

    @Inject
    People people;

    @Inject
    DivisionImport divisions;

    @Inject
    SiteKeeping keeping;

    @Inject
    Sites sites;

    @Inject
    ServiceCalendar calendar;

    private Person dispatcher;

    @BeforeEach
    void openACenter() {
        divisions.run("""
                code,name,level,parent
                90,晨省,PROVINCE,
                9001,曦市,PREFECTURE,90
                900101,晓县,COUNTY,9001
                900101001,旭镇,TOWNSHIP,900101
                """, null, Locale.ENGLISH);
        if (sites.find(CENTER).isEmpty()) {
            keeping.open(OpenSite.in(CENTER, "晓县实践中心"));
            keeping.open(OpenSite.in(CENTER + "001", "旭镇实践所"));
        }
        dispatcher = people.dispatcherOf(CENTER);
        dispatcher
                .put(Api.anonymous().get(PATH), PATH, Map.of("hours", List.of(), "days", List.of()))
                .expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, false", "2026-01-03, false", "2026-01-04, true", "2026-02-14, true", "2026-02-15, false",
        "2026-02-23, false", "2026-02-24, true", "2026-02-28, true", "2026-04-04, false", "2026-04-06, false",
        "2026-04-07, true", "2026-05-01, false", "2026-05-05, false", "2026-05-06, true", "2026-05-09, true",
        "2026-06-19, false", "2026-06-21, false", "2026-06-22, true", "2026-09-20, true", "2026-09-25, false",
        "2026-09-27, false", "2026-09-28, true", "2026-10-01, false", "2026-10-07, false", "2026-10-08, true",
        "2026-10-10, true", "2026-10-11, false", "2026-11-21, false", "2026-11-23, true"
    })
    void theHolidaysAndMakeUpDaysOf2026AreThere(String day, boolean open) {
        JsonNode days = Api.anonymous()
                .get(PATH + "?from=" + day + "&to=" + day)
                .expect(200)
                .json()
                .at("/days");

        assertThat(days).singleElement().satisfies(only -> {
            assertThat(only.at("/open").asBoolean()).isEqualTo(open);
            assertThat(only.at("/opens").asText("closed")).isEqualTo(open ? "08:00:00" : "closed");
        });
    }

    @Test
    void aCenterMayKeepHoursAndDaysOfItsOwn() {
        Instant tuesdayAtFive = Instant.parse("2026-11-24T09:00:00Z");
        TimeAmount twoHours = TimeAmount.parse("PT2H", ClockKind.SERVICE);
        assertThat(calendar.add(CENTER, tuesdayAtFive, twoHours)).isEqualTo("2026-11-25T01:00:00Z");

        Answer changed = dispatcher
                .put(
                        Api.anonymous().get(PATH),
                        PATH,
                        Map.of(
                                "hours",
                                        List.of(
                                                Map.of("weekday", "TUESDAY", "opens", "09:00", "closes", "17:30"),
                                                Map.of("weekday", "SATURDAY", "opens", "09:00", "closes", "12:00")),
                                "days",
                                        List.of(
                                                Map.of("on", "2026-11-28", "open", false, "note", "检修"),
                                                Map.of("on", "2026-11-29", "open", true))))
                .expect(200);

        assertThat(changed.json().at("/own/days")).hasSize(2);
        assertThat(calendar.add(CENTER, tuesdayAtFive, twoHours))
                .as("half an hour on Tuesday, the rest on the Sunday that is open as on Tuesdays")
                .isEqualTo("2026-11-29T02:30:00Z");
        JsonNode saturday = Api.anonymous()
                .get("/sites/" + CENTER + "001/calendar?from=2026-11-28&to=2026-11-28")
                .expect(200)
                .json();
        assertThat(saturday.at("/days/0/open").asBoolean()).isFalse();
        assertThat(saturday.at("/days/0/note").asText()).isEqualTo("检修");
    }

    @Test
    void onlyADispatcherOfTheCenterWhoSawTheCalendarChangesIt() {
        Answer seen = Api.anonymous().get(PATH).expect(200);
        var nothing = Map.of("hours", List.of(), "days", List.of());

        people.dispatcherOf(CENTER + "001").put(seen, PATH, nothing).expect(403, "forbidden");
        people.admin().put(seen, PATH, nothing).expect(403, "forbidden");
        dispatcher.put(seen, "/sites/" + CENTER + "001/calendar", nothing).expect(409, "calendar-of-center");
        dispatcher.api().put(PATH, nothing).expect(428, "if-match-required");
        dispatcher.put(seen, PATH, nothing).expect(200);
        dispatcher.put(seen, PATH, nothing).expect(412, "stale-version");
    }

    @Test
    void hoursThatMakeNoSenseAreNamed() {
        Answer seen = Api.anonymous().get(PATH).expect(200);
        var backwards = Map.of("weekday", "MONDAY", "opens", "18:00", "closes", "08:00");
        var monday = Map.of("weekday", "MONDAY", "opens", "08:00", "closes", "18:00");

        Answer wrong = dispatcher
                .put(seen, PATH, Map.of("hours", List.of(backwards), "days", List.of()))
                .expect(400, "bad-request");
        assertThat(wrong.json().at("/errors/0/pointer").asText()).isEqualTo("/hours/0");
        dispatcher
                .put(seen, PATH, Map.of("hours", List.of(monday, monday), "days", List.of()))
                .expect(400, "bad-request");
        dispatcher
                .put(
                        seen,
                        PATH,
                        Map.of(
                                "hours",
                                List.of(),
                                "days",
                                List.of(Map.of("on", "2026-12-01", "open", true, "opens", "08:00"))))
                .expect(400, "bad-request");
        Api.anonymous().get(PATH + "?from=2026-01-02&to=2026-01-01").expect(400, "bad-request");
        Api.anonymous().get(PATH + "?from=2026-01-01&to=2027-01-02").expect(400, "bad-request");
        Api.anonymous().get("/sites/900199/calendar").expect(404, "not-found");
    }

    @Test
    void theInstallationsCalendarIsTheAdministrators() {
        String path = "/sites/" + Ids.INSTALLATION + "/calendar";
        Answer seen = Api.anonymous().get(path).expect(200);
        JsonNode own = seen.json().at("/own");
        assertThat(own.at("/days").size()).isGreaterThanOrEqualTo(37);

        people.dispatcherOf(CENTER).put(seen, path, own).expect(403, "forbidden");
        people.admin()
                .put(seen, path, Map.of("hours", List.of(), "days", List.of()))
                .expect(400, "bad-request");
        assertThat(people.admin().put(seen, path, own).expect(200).json().at("/own"))
                .isEqualTo(own);
    }
}
