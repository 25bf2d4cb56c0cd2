package org.diandan.sites;

import java.time.LocalDate;
import java.util.List;
import org.diandan.http.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A division with its history.
 *
 * @param validUntil the day on which it ended; absent while it is valid
 * @param above the valid divisions above it, the province first
 * @param formerly what it was called before, the oldest first
 */
record DivisionView(
        String code,
        String name,
        DivisionLevel level,
        @Nullable String parent,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        List<DivisionLine> above,
        List<Name> formerly)
        implements Resource {

    /** A name and the days on which it was valid; the last is not among them. */
    record Name(String name, LocalDate validFrom, LocalDate validUntil) {}

    @Override
    public String path() {
        return "/divisions/" + code;
    }

    @Override
    public int version() {
        return formerly.size();
    }
}
