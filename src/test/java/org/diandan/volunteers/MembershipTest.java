package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.volunteers.Bochang.NEIGHBOURS;
import static org.diandan.volunteers.Bochang.member;
import static org.diandan.volunteers.Bochang.members;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Answer;
import org.diandan.identity.Grants;
import org.diandan.identity.People;
import org.diandan.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MembershipTest {

    @Inject
    Bochang bochang;

    @Inject
    People people;

    @Inject
    Grants grants;

    @Inject
    Teams teams;

    @Inject
    TeamworkTest.Heard heard;

    @BeforeEach
    void open() {
        bochang.open();
    }

    @Test
    void aVolunteerAsksAndALeaderDecides() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var leader = bochang.leaderOf(team, dispatcher);
        var wang = bochang.volunteer();

        wang.post(members(team)).expect(201);
        assertThat(wang.get(member(team, wang)).json().path("actions").toString())
                .isEqualTo("[\"LEAVE\"]");
        wang.post(members(team)).expect(409, "member-already");
        wang.post(member(team, wang) + "/approve").expect(403);
        leader.post(member(team, wang) + "/approve").expect(200);

        assertThat(teams.isMember(wang.account(), team.id())).isTrue();
        assertThat(wang.get("/volunteers/" + wang.account())
                        .json()
                        .at("/teams/0/state")
                        .asText())
                .isEqualTo("APPROVED");
    }

    @Test
    void aRefusalHasAReasonThatThePersonReads() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.volunteer();
        wang.post(members(team)).expect(201);

        dispatcher
                .post(member(team, wang) + "/refuse", Map.of("refusal", "TEAM_FULL"))
                .expect(400);
        dispatcher
                .post(member(team, wang) + "/refuse", Map.of("refusal", "TEAM_FULL", "reason", "明年春天再来"))
                .expect(200);

        assertThat(wang.get(member(team, wang)).json().path("reason").asText()).isEqualTo("明年春天再来");
        wang.post(members(team)).expect(201);
    }

    @Test
    void anotherTeamsLeaderSeesNoMembers() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.memberOf(team, dispatcher);
        var stranger = bochang.leaderOf(bochang.team(dispatcher), dispatcher);

        stranger.get(members(team)).expect(404);
        stranger.get(member(team, wang)).expect(404);
        stranger.post(member(team, wang) + "/make-leader").expect(404);
        people.dispatcherOf(NEIGHBOURS).get(members(team)).expect(404);
        assertThat(dispatcher
                        .get(members(team))
                        .expect(200)
                        .json()
                        .at("/items/0/name")
                        .asText())
                .isEqualTo("王小明");
    }

    @Test
    void leavingEndsTheLeaderAndTheExpert() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.leaderOf(team, dispatcher);
        bochang.certified(wang, "2026-12-31");
        assertThat(holders(Role.LEADER, team)).contains(wang.account());
        assertThat(holders(Role.EXPERT, team)).contains(wang.account());

        wang.post(member(team, wang) + "/leave", Map.of()).expect(200);

        assertThat(holders(Role.LEADER, team)).isEmpty();
        assertThat(holders(Role.EXPERT, team)).isEmpty();
        assertThat(teams.members(team.id())).isEmpty();
        assertThat(heard.left).contains(new MemberLeft(team.id(), wang.account()));
    }

    @Test
    void whoLeadsNoLongerStaysAMember() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.leaderOf(team, dispatcher);
        var li = bochang.memberOf(team, dispatcher);
        bochang.certified(wang, "2026-12-31");
        li.post(member(team, wang) + "/end-leading").expect(403);
        dispatcher.post(member(team, li) + "/end-leading").expect(409, "not-a-leader");

        var view = wang.post(member(team, wang) + "/end-leading").expect(200).json();

        assertThat(view.path("leader").asBoolean()).isFalse();
        assertThat(view.path("state").asText()).isEqualTo("APPROVED");
        assertThat(holders(Role.LEADER, team)).isEmpty();
        assertThat(holders(Role.EXPERT, team))
                .as("what the certificate gave stays")
                .contains(wang.account());
        assertThat(dispatcher.get(member(team, wang)).json().path("actions").toString())
                .contains("MAKE_LEADER")
                .doesNotContain("END_LEADING");
        wang.post(member(team, li) + "/make-leader").expect(403);
    }

    @Test
    void whoComesBackIsAnExpertAgainButNoLeader() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.leaderOf(team, dispatcher);
        bochang.certified(wang, "2026-12-31");
        wang.post(member(team, wang) + "/leave", Map.of()).expect(200);

        wang.post(members(team)).expect(201);
        dispatcher.post(member(team, wang) + "/approve").expect(200);

        assertThat(holders(Role.EXPERT, team)).containsExactly(wang.account());
        assertThat(holders(Role.LEADER, team)).isEmpty();
    }

    @Test
    void nobodyIsSentAwayWithoutAReason() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.memberOf(team, dispatcher);
        var li = bochang.memberOf(team, dispatcher);

        dispatcher.post(member(team, wang) + "/leave", Map.of()).expect(400, "reason-needed");
        li.post(member(team, wang) + "/leave", Map.of("reason", "不喜欢")).expect(404);
        dispatcher.post(member(team, wang) + "/leave", Map.of("reason", "搬走了")).expect(200);

        assertThat(teams.isMember(wang.account(), team.id())).isFalse();
    }

    @Test
    void aVolunteerOfAnotherCountyHelpsHereAndIsAnExpertHereToo() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var neighbour = people.account(NEIGHBOURS);
        neighbour
                .post(
                        "/volunteers",
                        Map.of(
                                "name",
                                "李四",
                                "bornOn",
                                "1980-01-01",
                                "site",
                                NEIGHBOURS,
                                "consent",
                                Map.of("version", 1)))
                .expect(201);
        neighbour.post(members(team)).expect(201);
        dispatcher.post(member(team, neighbour) + "/approve").expect(200);

        var certificate = bochang.claimed(neighbour, "2026-12-31");
        people.dispatcherOf(NEIGHBOURS)
                .post("/certificates/" + certificate.id() + "/verify")
                .expect(200);

        assertThat(holders(Role.EXPERT, team)).containsExactly(neighbour.account());
        assertThat(dispatcher.get(members(team)).json().at("/items/0/name").asText())
                .isEqualTo("李四");
    }

    @Test
    void onlyVolunteersJoin() {
        bochang.someone().post(members(bochang.team(bochang.dispatcher()))).expect(403);
    }

    @Test
    void aRepeatedRequestJoinsOnce() {
        var team = bochang.team(bochang.dispatcher());
        var wang = bochang.volunteer();
        var twice = wang.api().with("Idempotency-Key", UUID.randomUUID().toString());

        twice.post(members(team)).expect(201);

        assertThat(twice.post(members(team)).expect(201).header("Idempotency-Replayed"))
                .hasValue("true");
    }

    private List<UUID> holders(Role role, Answer team) {
        return grants.holders(role, team.id().toString());
    }
}
