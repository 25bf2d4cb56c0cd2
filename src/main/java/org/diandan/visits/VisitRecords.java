package org.diandan.visits;

import static org.diandan.rights.PersonalTable.Tie.ANYWHERE;
import static org.diandan.rights.PersonalTable.Tie.HOME;
import static org.diandan.rights.PersonalTable.Tie.SERVED;
import static org.diandan.rights.PersonalTable.handedOut;
import static org.diandan.rights.PersonalTable.kept;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diandan.rights.Expiry;
import org.diandan.rights.Individual;
import org.diandan.rights.Period;
import org.diandan.rights.PersonalRecords;
import org.diandan.rights.PersonalTable;
import org.diandan.shared.Refused;
import org.hibernate.Session;

/** What is kept of those who were visited, and of those who came. */
@ApplicationScoped
class VisitRecords implements PersonalRecords {

    private final Session session;

    VisitRecords(Session session) {
        this.session = session;
    }

    /** Somebody waits for whoever said that they come. */
    @Override
    public Optional<Refused> obstacle(Individual person) {
        return person.account() == null
                ? Optional.empty()
                : session.createQuery(
                                "select visitId from Attendance where center in :centers and volunteer = :volunteer"
                                        + " and state in (EXPECTED, CHECKED_IN)",
                                UUID.class)
                        .setParameter("centers", person.centers())
                        .setParameter("volunteer", person.account())
                        .setMaxResults(1)
                        .uniqueResultOptional()
                        .map(visit -> VisitsProblem.STILL_EXPECTED.because().with("visit", visit));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                Expiry.of(Period.VISIT_REPORTS, "visit", "reported_at < :before and report is not null")
                        .blanking("report", "null"),
                Expiry.of(
                                Period.HEARD_BY,
                                "attendance",
                                "joined_at < :before and (heard_by <> '' or dispute is not null)")
                        .blanking("heard_by", "case when heard_by is null then null else '' end")
                        .blanking("dispute", "null"));
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                handedOut(
                                "visits",
                                "visit",
                                SERVED,
                                "resident = :person and order_id in (select id from orders where center = :center"
                                        + " and resident = :person)")
                        .giving("id", "order_id", "from_at", "to_at", "state", "report", "reported_at")
                        .naming("resident", "lead", "reported_by")
                        .blanking("report", "null")
                        .blanking("code", "''"),
                // Of a visit, or of a place at one.
                kept(
                                "task",
                                SERVED,
                                "subject in (select id from visit where center = :center and order_id in (select id"
                                        + " from orders where center = :center and resident = :person))"
                                        + " or subject in (select a.id from attendance a join visit v"
                                        + " on v.center = a.center and v.id = a.visit_id where a.center = :center"
                                        + " and v.order_id in (select id from orders where center = :center"
                                        + " and resident = :person))")
                        .blanking("note", "''")
                        .blanking("closing_note", "null"),
                handedOut("unwelcome", "unwelcome", SERVED, "resident = :person")
                        .by("volunteer")
                        .giving("said_at")
                        .naming("resident", "volunteer", "said_by")
                        .removing(),
                attendances(),
                handedOut("engagements", "engagement", HOME, "volunteer = :person")
                        .by("attendance_id")
                        .giving("visit_id", "site", "from_at", "to_at", "active")
                        .naming("volunteer"));
    }

    private static PersonalTable attendances() {
        return handedOut("attendances", "attendance", ANYWHERE, "volunteer = :person")
                .giving(
                        "id",
                        "visit_id",
                        "state",
                        "minor",
                        "joined_at",
                        "heard_by",
                        "late",
                        "reason",
                        "checked_in_at",
                        "checked_out_at",
                        "missed_at",
                        "disputed_at",
                        "dispute",
                        "decided_at")
                .naming("volunteer", "joined_by", "decided_by")
                .blanking("heard_by", "case when heard_by is null then null else '' end")
                .blanking("dispute", "null");
    }
}
