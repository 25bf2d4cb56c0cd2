package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.volunteers.Bochang.BOCHANG;
import static org.diandan.volunteers.Bochang.BOXING;
import static org.diandan.volunteers.Bochang.JINXIU;
import static org.diandan.volunteers.Bochang.NEIGHBOURS;
import static org.diandan.volunteers.Bochang.OTHER_TOWN;
import static org.diandan.volunteers.Bochang.members;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.diandan.http.Answer;
import org.diandan.identity.Grants;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TeamworkTest {

    @Inject
    Bochang bochang;

    @Inject
    People people;

    @Inject
    Grants grants;

    @Inject
    Teams teams;

    @Inject
    Heard heard;

    @BeforeEach
    void open() {
        bochang.open();
    }

    @Test
    void aDispatcherMakesATeamOfTheirOwnArea() {
        var made = bochang.team(bochang.dispatcher());

        assertThat(made.json().path("coverage")).hasSize(1);
        assertThat(made.json().path("actions").toString()).contains("DISSOLVE");
        var body = Map.of("name", "远方队", "site", OTHER_TOWN, "categories", List.of("convenience"));
        bochang.dispatcher().post("/teams", body).expect(403);
        bochang.clerk().post("/teams", body).expect(403);
    }

    @Test
    void aTeamOffersWhatTheCatalogueKnowsUnderANameOfItsOwn() {
        var dispatcher = bochang.dispatcher();
        var name = bochang.team(dispatcher).json().path("name").asText();

        dispatcher
                .post("/teams", Map.of("name", name, "site", BOCHANG, "categories", List.of("convenience")))
                .expect(409, "team-name-taken");
        dispatcher
                .post("/teams", Map.of("name", "魔法队", "site", BOCHANG, "categories", List.of("magic")))
                .expect(400, "category-unknown");
    }

    @Test
    void aTeamIsChangedByThoseWhoSawItsLatestVersion() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var path = "/teams/" + team.id();

        dispatcher
                .patch(team, path, Map.of("categories", List.of("legal-advice")))
                .expect(200);

        dispatcher.patch(team, path, Map.of("name", "另一个名字")).expect(412);
        dispatcher.api().patch(path, Map.of("name", "另一个名字")).expect(428);
        assertThat(teams.near(JINXIU, "legal-advice"))
                .filteredOn(found -> found.id().equals(team.id()))
                .singleElement()
                .matches(found -> found.offers("legal-advice"));
    }

    @Test
    void theLeaderSaysWhereAndWhenTheTeamGoes() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var leader = bochang.leaderOf(team, dispatcher);
        var path = "/teams/" + team.id();
        var slot = Map.of("day", "MONDAY", "from", "09:00", "to", "11:00", "capacity", 2);

        var covering = leader.put(leader.get(path), path + "/coverage", Map.of("areas", List.of(JINXIU, OTHER_TOWN)))
                .expect(200);
        var offering = leader.put(covering, path + "/slots", Map.of("slots", List.of(slot)))
                .expect(200);

        assertThat(offering.json().at("/slots/0/slot").asInt()).isEqualTo(1);
        assertThat(teams.find(team.id()).orElseThrow().coverage()).containsExactly(JINXIU, OTHER_TOWN);
        leader.put(offering, path + "/coverage", Map.of("areas", List.of(NEIGHBOURS)))
                .expect(400, "coverage-outside");
        leader.patch(offering, path, Map.of("name", "我的队")).expect(403);
        bochang.leaderOf(bochang.team(dispatcher), dispatcher)
                .put(offering, path + "/slots", Map.of("slots", List.of()))
                .expect(403);
    }

    @Test
    void aDissolvedTeamEndsWithAllThatItGave() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var leader = bochang.leaderOf(team, dispatcher);
        bochang.certified(leader, "2026-12-31");
        var wang = bochang.memberOf(team, dispatcher);
        var path = "/teams/" + team.id();

        leader.post(path + "/dissolve", Map.of("reason", "我累了")).expect(403);
        people.dispatcherOf(NEIGHBOURS)
                .post(path + "/dissolve", Map.of("reason", "邻居"))
                .expect(403);
        dispatcher.post(path + "/dissolve", Map.of("reason", "并入另一队")).expect(200);

        assertThat(holders(Role.LEADER, team)).isEmpty();
        assertThat(holders(Role.EXPERT, team)).isEmpty();
        assertThat(teams.members(team.id())).isEmpty();
        assertThat(teams.find(team.id()).orElseThrow().active()).isFalse();
        assertThat(heard.dissolved).contains(new TeamDissolved(team.id()));
        assertThat(wang.get("/volunteers/" + wang.account()).json().path("teams"))
                .isEmpty();
        bochang.volunteer().post(members(team)).expect(409, "team-not-now");
        dispatcher.post(path + "/dissolve", Map.of("reason", "再来一次")).expect(409, "team-not-now");
    }

    @Test
    void aSuspendedTeamTakesNobodyIn() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        dispatcher
                .post("/teams/" + team.id() + "/suspend", Map.of("reason", "无人应答"))
                .expect(200);

        bochang.volunteer().post(members(team)).expect(409, "team-not-now");
        dispatcher.post("/teams/" + team.id() + "/resume").expect(200);
        bochang.volunteer().post(members(team)).expect(201);
    }

    @Test
    void teamsAreListedByPlaceAndCategoryPageByPage() {
        var dispatcher = bochang.dispatcher();
        var first = bochang.team(dispatcher);
        var second = bochang.team(dispatcher);
        var wang = bochang.someone();

        var found = all(wang, "/teams?site=" + BOCHANG + "&category=convenience&limit=1");

        assertThat(found).contains(first.id(), second.id()).doesNotHaveDuplicates();
        assertThat(all(wang, "/teams?site=" + OTHER_TOWN)).doesNotContain(first.id());
        assertThat(all(wang, "/teams?site=" + BOXING + "&category=theory-policy"))
                .doesNotContain(first.id());
        wang.get("/teams").expect(400);
    }

    @Test
    void organisationsAreMadeInOnesOwnAreaAndSeenByAnyone() {
        var name = "博兴县蓝天救援队 " + UUID.randomUUID();
        var body = Map.of("kind", "SOCIAL_ORGANISATION", "name", name, "site", BOCHANG);
        var dispatcher = bochang.dispatcher();

        var made = dispatcher.post("/organisations", body).expect(201);

        dispatcher.post("/organisations", body).expect(409, "organisation-name-taken");
        people.dispatcherOf(OTHER_TOWN).post("/organisations", body).expect(403);
        assertThat(all(bochang.someone(), "/organisations?site=" + BOXING)).contains(made.id());
        bochang.someone().get("/organisations/" + made.id()).expect(200);
        bochang.someone().get("/organisations/" + UUID.randomUUID()).expect(404);
    }

    private List<UUID> holders(Role role, Answer team) {
        return grants.holders(role, team.id().toString());
    }

    private static List<UUID> all(Person person, String path) {
        var found = new ArrayList<UUID>();
        var page = person.get(path).expect(200).json();
        while (true) {
            page.path("items")
                    .forEach(item -> found.add(UUID.fromString(item.path("id").asText())));
            if (!page.hasNonNull("next")) {
                return found;
            }
            page = person.get(path + "&cursor=" + page.path("next").asText())
                    .expect(200)
                    .json();
        }
    }

    /** What the other rooms would hear. */
    @Singleton
    static class Heard {
        final List<TeamDissolved> dissolved = new CopyOnWriteArrayList<>();
        final List<MemberLeft> left = new CopyOnWriteArrayList<>();

        void hear(@Observes TeamDissolved news) {
            dissolved.add(news);
        }

        void hear(@Observes MemberLeft news) {
            left.add(news);
        }
    }
}
