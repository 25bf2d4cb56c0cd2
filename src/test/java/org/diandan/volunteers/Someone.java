package org.diandan.volunteers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.volunteers.RegisterAsVolunteer.Agreement;
import org.diandan.volunteers.RegisterAsVolunteer.Guardian;

/** People and teams of Bochang, for tests without a database. */
final class Someone {
    static final String BOXING = "371625";
    static final String BOCHANG = "371625003";
    static final String JINXIU = "371625003010";
    static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    static final Ids IDS = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));

    private Someone() {}

    static UUID id() {
        return IDS.of(BOXING);
    }

    static Actor clerk() {
        return Actor.of(id());
    }

    static Volunteer bornOn(String day) {
        return registered(id(), day, null);
    }

    static Volunteer bornOnWithGuardian(String day) {
        return registered(id(), day, new Guardian("王大明", "13800000002", true));
    }

    static Volunteer grownUp(UUID account) {
        return registered(account, "1990-05-01", null);
    }

    static Volunteer grownUp() {
        return bornOn("1990-05-01");
    }

    static Certificate claimed(Volunteer holder, String kind, String from, String until) {
        return new Certificate(
                id(),
                holder,
                new ClaimCertificate(
                        kind,
                        "NO-1",
                        "Boxing county",
                        LocalDate.parse(from),
                        until.isEmpty() ? null : LocalDate.parse(until),
                        null),
                new byte[] {1},
                NOW);
    }

    static Team team() {
        var team = new Team(id(), BOCHANG, "便民服务队", id(), NOW);
        team.offer("便民服务队", List.of("convenience", "hygiene-environment"), null);
        return team;
    }

    private static Volunteer registered(UUID account, String day, Guardian guardian) {
        var asked = new RegisterAsVolunteer("王小明", LocalDate.parse(day), null, JINXIU, guardian, new Agreement(1));
        return new Volunteer(account, asked, TODAY, NOW);
    }
}
