package org.diandan.visits;

import static org.diandan.rights.PersonalTable.Tie.ANYWHERE;
import static org.diandan.rights.PersonalTable.Tie.HOME;
import static org.diandan.rights.PersonalTable.Tie.SERVED;
import static org.diandan.rights.PersonalTable.handedOut;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.diandan.rights.PersonalRecords;
import org.diandan.rights.PersonalTable;

/** What is kept of those who were visited, and of those who came. */
@ApplicationScoped
class VisitRecords implements PersonalRecords {

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
                        .naming("resident", "lead", "reported_by"),
                handedOut("unwelcome", "unwelcome", SERVED, "resident = :person")
                        .by("volunteer")
                        .giving("said_at")
                        .naming("resident", "volunteer", "said_by"),
                handedOut("attendances", "attendance", ANYWHERE, "volunteer = :person")
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
                        .naming("volunteer", "joined_by", "decided_by"),
                handedOut("engagements", "engagement", HOME, "volunteer = :person")
                        .by("attendance_id")
                        .giving("visit_id", "site", "from_at", "to_at", "active")
                        .naming("volunteer"));
    }
}
