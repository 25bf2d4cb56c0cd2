package org.diandan.audit;

import static org.diandan.rights.PersonalTable.Tie.ANYWHERE;
import static org.diandan.rights.PersonalTable.Tie.SERVED;
import static org.diandan.rights.PersonalTable.handedOut;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.diandan.rights.PersonalRecords;
import org.diandan.rights.PersonalTable;
import org.diandan.rights.PersonalTable.Tie;

/** Who looked at a person's data, what was decided about them, and what they looked at and decided on duty. */
@ApplicationScoped
class AuditRecords implements PersonalRecords {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                about("auditOfResident", SERVED),
                about("auditOfAccount", ANYWHERE),
                handedOut("actsOnDuty", "audit_entry", ANYWHERE, "actor = :person")
                        .giving("at", "kind", "operation", "decision", "site", "subject_kind")
                        .naming("actor"));
    }

    private static PersonalTable about(String section, Tie tie) {
        return handedOut(section, "audit_entry", tie, "subject = cast(:person as text)")
                .giving("at", "kind", "operation", "decision", "detail", "through_kind", "through")
                .naming("actor");
    }
}
