package org.diandan.jobs;

import static org.diandan.rights.PersonalTable.Tie.ANYWHERE;
import static org.diandan.rights.PersonalTable.handedOut;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.diandan.rights.Expiry;
import org.diandan.rights.Period;
import org.diandan.rights.PersonalRecords;
import org.diandan.rights.PersonalTable;

/** What is kept of those who asked for long work. */
@ApplicationScoped
class JobRecords implements PersonalRecords {

    @Override
    public List<Expiry> expiries() {
        return List.of(Expiry.of(Period.JOBS, "job", "ended_at < :before"));
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(handedOut("jobs", "job", ANYWHERE, "asked_by = :person")
                .giving("id", "kind", "state", "asked_at", "ended_at")
                .naming("asked_by"));
    }
}
