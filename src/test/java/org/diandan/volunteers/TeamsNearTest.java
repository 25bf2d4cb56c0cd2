package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.volunteers.Someone.JINXIU;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.diandan.identity.Accounts;
import org.diandan.identity.NewAccount;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TeamsNearTest {

    /** A county that no other test fills with teams. */
    private static final String ELSEWHERE = "371699";

    @Inject
    Teams teams;

    @Inject
    Accounts accounts;

    @Inject
    Experts experts;

    @Inject
    Qualifications qualifications;

    @Inject
    Session session;

    @Inject
    Ids ids;

    @Test
    void theTeamsThatServeASiteComeFirstThenTheOthersOfItsCenter() {
        var far = team(ELSEWHERE + "002", team -> {});
        var other = team(ELSEWHERE + "001", team -> team.offer(name(), List.of("legal-advice"), null));
        var near = team(ELSEWHERE + "001", team -> {});
        var everywhere = team(ELSEWHERE + "002", team -> team.cover(List.of(ELSEWHERE)));
        var suspended = team(ELSEWHERE + "001", team -> team.suspend("nobody answers"));
        var dissolved = team(ELSEWHERE + "001", team -> team.dissolve("merged"));
        var neighbour = team(JINXIU, team -> {});

        var found = teams.near(ELSEWHERE + "001003", "convenience");

        assertThat(found.subList(0, 3))
                .extracting(TeamFacts::id)
                .containsExactlyInAnyOrder(near, everywhere, suspended);
        assertThat(found.subList(3, found.size()))
                .extracting(TeamFacts::id)
                .containsExactlyInAnyOrder(far, other)
                .doesNotContain(dissolved, neighbour);
        assertThat(found)
                .filteredOn(team -> !team.active())
                .extracting(TeamFacts::id)
                .containsExactly(suspended);
    }

    @Test
    void inALargeCenterThoseWhoOfferTheServiceAreNotLostAmongTheOthers() {
        String large = "371698";
        for (int others = 0; others < Teams.MOST_OTHERS; others++) {
            team(large + "001", team -> team.offer(name(), List.of("legal-advice"), null));
        }
        var far = team(large + "002", team -> {});

        var found = teams.near(large + "001003", "convenience");

        assertThat(found)
                .hasSize(Teams.MOST_OTHERS)
                .first()
                .extracting(TeamFacts::id)
                .isEqualTo(far);
    }

    @Test
    void onlyApprovedMembersMakeATeamLargeEnough() {
        var two = team(JINXIU, team -> {});
        member(two, "2026-12-31");
        member(two, "2026-12-31");
        var one = team(JINXIU, team -> {});
        member(one, "2026-12-31");
        asking(one);

        assertThat(teams.withMembers(2, JINXIU.substring(0, 6), List.of(one, two)))
                .containsExactly(two);
        assertThat(teams.withMembers(1, JINXIU.substring(0, 6), List.of(one, two)))
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    void eachTeamStandsAsItDoesOnItsOwnDayHoweverItIsAsked() {
        var team = team(JINXIU, made -> {});
        var other = team(JINXIU, made -> {});
        member(team, "2026-12-31");
        member(other, "2026-12-31");
        Instant later = Instant.parse("2027-01-02T00:00:00Z");

        for (String service : List.of("home-haircut", "policy-talk")) {
            assertThat(qualifications.teams(Map.of(team, Someone.NOW, other, later), service))
                    .as(service)
                    .isEqualTo(Map.of(team, Standing.QUALIFIED, other, Standing.EXPIRED));
            var standings = qualifications.standings(JINXIU.substring(0, 6), List.of(team, other));
            assertThat(standings.of(team, service, LocalDate.of(2026, 12, 31))).isEqualTo(Standing.QUALIFIED);
            assertThat(standings.of(other, service, LocalDate.of(2027, 1, 1))).isEqualTo(Standing.EXPIRED);
        }
    }

    @Test
    void aTeamIsToldWithItsSlots() {
        var id = team(
                JINXIU,
                team -> team.offerSlots(List.of(
                        new WeeklySlot(DayOfWeek.FRIDAY, LocalTime.of(14, 0), LocalTime.of(16, 30), 3),
                        new WeeklySlot(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(11, 0), 2))));

        var slots = List.of(
                new SlotFacts(2, DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(11, 0), 2),
                new SlotFacts(1, DayOfWeek.FRIDAY, LocalTime.of(14, 0), LocalTime.of(16, 30), 3));
        assertThat(teams.find(id).orElseThrow().slots()).isEqualTo(slots);
        assertThat(teams.near(JINXIU, "convenience"))
                .filteredOn(team -> team.id().equals(id))
                .singleElement()
                .satisfies(team -> assertThat(team.slots()).isEqualTo(slots));
    }

    @Test
    void anExpertIsAMemberWithAVerifiedCertificate() {
        var team = team(JINXIU, made -> {});
        var wang = member(team, "2026-12-31");
        var li = member(team, "2026-11-22");

        assertThat(qualifications.experts(team, "home-haircut", Someone.NOW)).containsExactly(wang);
        assertThat(qualifications.teams(List.of(team), "home-haircut", Someone.NOW))
                .containsEntry(team, Standing.QUALIFIED);
        assertThat(qualifications.teams(List.of(team), "home-haircut", Instant.parse("2026-12-31T16:00:00Z")))
                .as("the last day ends at midnight in China")
                .containsEntry(team, Standing.EXPIRED);
        assertThat(qualifications.of(li, "home-haircut", Someone.NOW).expired()).containsKey("HAIRDRESSER");
        assertThat(teams.members(team)).containsExactlyInAnyOrder(wang, li);
        assertThat(teams.isMember(wang, team)).isTrue();
        assertThat(teams.leaders(team)).isEmpty();
    }

    @Test
    void whoeverIsTakenInWhileTheCertificateIsCheckedIsAnExpert() throws Exception {
        var team = team(JINXIU, made -> {});
        var wang = asking(team);
        var certificate = claimed(wang);
        var bothHaveWritten = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var approving = pool.submit(() -> atOnce(bothHaveWritten, wang, () -> teams.member(team, wang)
                    .orElseThrow()
                    .approve(Someone.clerk(), Someone.NOW)));
            var verifying = pool.submit(
                    () -> atOnce(bothHaveWritten, wang, () -> session.find(Certificate.class, Key.of(certificate))
                            .verify(Someone.clerk(), Someone.NOW)));
            approving.get();
            verifying.get();
        } finally {
            pool.shutdown();
        }

        assertThat(qualifications.experts(team, "home-haircut", Someone.NOW)).containsExactly(wang);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> teams.member(team, wang).orElseThrow().isExpert()))
                .isTrue();
    }

    /** Writes, waits until the other has written too, and then works out what follows. */
    private void atOnce(CyclicBarrier bothHaveWritten, UUID account, Runnable write) {
        QuarkusTransaction.requiringNew().run(() -> {
            write.run();
            session.flush();
            try {
                bothHaveWritten.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            experts.review(account, Actor.PROGRAM);
        });
    }

    private UUID asking(UUID team) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var account = accounts.register(new NewAccount(Someone.BOXING, "王小明", null, null, null));
            session.persist(Someone.grownUp(account));
            session.persist(new Member(team, account, Someone.NOW));
            return account;
        });
    }

    private UUID claimed(UUID account) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var certificate =
                    Someone.claimed(session.find(Volunteer.class, Key.of(account)), "HAIRDRESSER", "2020-01-01", "");
            session.persist(certificate);
            return certificate.id();
        });
    }

    private UUID team(String site, Consumer<Team> with) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var team = new Team(ids.of(site.substring(0, 6)), site, name(), Someone.id(), Someone.NOW);
            team.offer(team.name(), List.of("convenience"), null);
            with.accept(team);
            session.persist(team);
            return team.id();
        });
    }

    private UUID member(UUID team, String certifiedUntil) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var account = accounts.register(new NewAccount(Someone.BOXING, "王小明", null, null, null));
            var volunteer = Someone.grownUp(account);
            session.persist(volunteer);
            var certificate = Someone.claimed(volunteer, "HAIRDRESSER", "2020-01-01", certifiedUntil);
            certificate.verify(Someone.clerk(), Someone.NOW);
            session.persist(certificate);
            var member = new Member(team, volunteer.id(), Someone.NOW);
            member.approve(Someone.clerk(), Someone.NOW);
            session.persist(member);
            experts.review(volunteer.id(), Actor.PROGRAM);
            return volunteer.id();
        });
    }

    private static String name() {
        return "队 " + UUID.randomUUID();
    }
}
