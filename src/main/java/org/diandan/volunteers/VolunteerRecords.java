package org.diandan.volunteers;

import static org.diandan.rights.PersonalTable.Tie.ANYWHERE;
import static org.diandan.rights.PersonalTable.Tie.HOME;
import static org.diandan.rights.PersonalTable.handedOut;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diandan.identity.Grants;
import org.diandan.rights.Expiry;
import org.diandan.rights.Individual;
import org.diandan.rights.Period;
import org.diandan.rights.PersonalRecords;
import org.diandan.rights.PersonalTable;
import org.diandan.shared.Actor;
import org.diandan.shared.Refused;
import org.diandan.shared.Role;
import org.jspecify.annotations.Nullable;

/** What is kept of volunteers, and of their service (Volunteer Service Regulation, article 19). */
@ApplicationScoped
class VolunteerRecords implements PersonalRecords {

    private static final String OF_VOLUNTEER = "volunteer_id = :person";

    private final Volunteers volunteers;
    private final Teams teams;
    private final Membership membership;
    private final Grants grants;

    VolunteerRecords(Volunteers volunteers, Teams teams, Membership membership, Grants grants) {
        this.volunteers = volunteers;
        this.teams = teams;
        this.membership = membership;
        this.grants = grants;
    }

    @Override
    public Individual meet(Individual person) {
        return person.account() == null
                ? person
                : volunteers
                        .load(person.account())
                        .map(found -> person.and(Set.of(), found.centers()))
                        .orElse(person);
    }

    /** A team without anybody to lead it could neither answer nor give back what it has. */
    @Override
    public Optional<Refused> obstacle(Individual person) {
        return person.account() == null
                ? Optional.empty()
                : teams.of(person.account(), person.centers()).stream()
                        .filter(member -> member.isLeader()
                                && teams.leaders(member.team()).size() == 1)
                        .findFirst()
                        .map(member -> VolunteersProblem.LEADS_ALONE.because());
    }

    @Override
    public void forget(Individual person, Actor by) {
        @Nullable UUID account = person.account();
        if (account != null && volunteers.load(account).isPresent()) {
            membership.leaveAll(account, person.centers(), by);
            grants.revoke(account, Role.VOLUNTEER, "", by);
            volunteers.load(account).ifPresent(Volunteer::forget);
        }
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(Expiry.of(Period.REFUSALS, "certificate", "state = 'REFUSED' and decided_at < :before"));
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                registration(),
                handedOut("availability", "volunteer_availability", HOME, OF_VOLUNTEER)
                        .by("day || ' ' || starts")
                        .giving("day", "starts", "ends")
                        .removing(),
                handedOut("unwanted", "volunteer_unwanted", HOME, OF_VOLUNTEER)
                        .by("kind || ' ' || code")
                        .giving("kind", "code", "until_at")
                        .removing(),
                certificates(),
                memberships(),
                handedOut("expertise", "team_expertise", ANYWHERE, "account_id = :person")
                        .by("team_id || ' ' || certificate_id")
                        .giving("team_id", "kind", "valid_from", "valid_until")
                        .removing(),
                hours());
    }

    private static PersonalTable registration() {
        return handedOut("volunteer", "volunteer", HOME, "id = :person")
                .giving(
                        "id",
                        "name",
                        "born_on",
                        "sex",
                        "site",
                        "guardian_name",
                        "guardian_phone",
                        "consent_version",
                        "helps_in",
                        "registered_at")
                .emptying("name", "born_on", "sex", "guardian_name", "guardian_phone");
    }

    private static PersonalTable certificates() {
        return handedOut("certificates", "certificate", HOME, OF_VOLUNTEER)
                .giving(
                        "kind",
                        "number",
                        "issuer",
                        "valid_from",
                        "valid_until",
                        "evidence",
                        "state",
                        "claimed_at",
                        "decided_at",
                        "refusal",
                        "reason")
                .naming("decided_by")
                .removing();
    }

    private static PersonalTable memberships() {
        return handedOut("memberships", "team_member", ANYWHERE, "account_id = :person")
                .by("team_id")
                .giving("team_id", "state", "leader", "expert", "asked_at", "decided_at", "refusal", "reason")
                .naming("decided_by")
                .blanking("reason", "case when reason is null then null else '' end");
    }

    private static PersonalTable hours() {
        return handedOut("hours", "volunteer_hours", HOME, OF_VOLUNTEER)
                .giving(
                        "id",
                        "site",
                        "kind",
                        "from_at",
                        "to_at",
                        "minutes",
                        "state",
                        "reviewed_at",
                        "reason",
                        "disputed_at",
                        "dispute")
                .naming("reviewed_by", "first_reviewed_by")
                .blanking("reason", "case when reason is null then null else '' end")
                .blanking("dispute", "null");
    }
}
