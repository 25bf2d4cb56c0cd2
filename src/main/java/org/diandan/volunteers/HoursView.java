package org.diandan.volunteers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Resource;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger.
 *
 * @param minutes what counts of it, or will if it is confirmed
 * @param actions what the caller may do to it now
 */
record HoursView(
        UUID id,
        UUID volunteer,
        UUID visit,
        HoursKind kind,
        Instant from,
        Instant to,
        int minutes,
        boolean flagged,
        HoursState state,
        @Nullable String reason,
        @Nullable String dispute,
        List<HoursAction> actions,
        @JsonIgnore int version)
        implements Resource {

    static HoursView of(HoursEntry entry, boolean own) {
        return new HoursView(
                entry.id(),
                entry.volunteer(),
                entry.visit(),
                entry.kind(),
                entry.time().from(),
                entry.time().to(),
                entry.minutes(),
                entry.isFlagged(),
                entry.state(),
                entry.reason(),
                entry.dispute(),
                HoursAction.open(entry.state(), own),
                entry.version());
    }

    @Override
    public String path() {
        return "/volunteers/" + volunteer + "/hours/" + id;
    }
}
