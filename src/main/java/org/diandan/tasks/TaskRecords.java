package org.diandan.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.diandan.rights.Expiry;
import org.diandan.rights.Period;
import org.diandan.rights.PersonalRecords;
import org.diandan.rights.PersonalTable;

/** What the staff was to do; whom it concerns is known to the room of its subject, which forgets them. */
@ApplicationScoped
class TaskRecords implements PersonalRecords {

    @Override
    public List<PersonalTable> tables() {
        return List.of();
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(Expiry.of(Period.TASK_NOTES, "task", "closed_at < :before and note <> ''")
                .blanking("note", "''")
                .blanking("closing_note", "null"));
    }
}
