package org.diandan.matching;

import static org.diandan.rights.PersonalTable.Tie.SERVED;
import static org.diandan.rights.PersonalTable.kept;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.diandan.rights.Expiry;
import org.diandan.rights.Period;
import org.diandan.rights.PersonalRecords;
import org.diandan.rights.PersonalTable;

/** What teams and dispatchers wrote about who should take an order; it speaks of teams, and may speak of the resident. */
@ApplicationScoped
class RoutingRecords implements PersonalRecords {

    @Override
    public List<Expiry> expiries() {
        return List.of(Expiry.of(
                        Period.ROUTING_NOTES,
                        "routing",
                        "updated_at < :before and (note is not null or override_reason is not null)")
                .blanking("note", "null")
                .blanking("override_reason", "null"));
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(kept(
                        "routing",
                        SERVED,
                        "order_id in (select id from orders where center = :center and resident = :person)")
                .blanking("note", "null")
                .blanking("override_reason", "null"));
    }
}
