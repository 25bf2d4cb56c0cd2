package org.diandan.visits;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.residents.Circumstance;
import org.diandan.shared.Choice;
import org.diandan.shared.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A visit, as much of it as the caller may see.
 *
 * @param number which visit of the plan, 1 and up
 * @param needed how many volunteers are needed
 * @param taken how many have a place
 * @param wave how far around volunteers are asked
 * @param notices what whoever comes has to know before
 * @param seeking whether volunteers can still join
 * @param reportOverdue whether the leader or a dispatcher may finish it
 * @param actions the verbs that the caller may use now, of the visit and of the caller's own attendance
 */
record VisitView(
        UUID id,
        int version,
        UUID order,
        String orderNumber,
        int number,
        Choice state,
        Choice service,
        Choice site,
        Urgency urgency,
        Instant from,
        Instant to,
        int needed,
        int taken,
        Choice wave,
        List<Choice> notices,
        boolean seeking,
        Served served,
        List<AttendanceLine> attendances,
        @Nullable String report,
        @Nullable Instant reportedAt,
        boolean reportOverdue,
        List<String> actions)
        implements Resource {

    /**
     * Who is served.
     *
     * @param masked whether the caller sees the name and phone only in part, and no address
     * @param circumstances where the service needs them and the caller may see them
     */
    record Served(
            String name,
            @Nullable String phone,
            @Nullable String address,
            boolean masked,
            @Nullable Set<Circumstance> circumstances) {}

    /**
     * Who comes, or was to come.
     *
     * @param leads whether they lead at the visit
     * @param late whether they withdrew too late
     * @param closed whether nobody checked out and the program did
     * @param neverAgain whether the resident does not want them again; for the resident's side and the chain alone
     */
    record AttendanceLine(
            UUID id,
            UUID volunteer,
            String name,
            Choice state,
            boolean leads,
            boolean late,
            @Nullable Instant checkedInAt,
            @Nullable Instant checkedOutAt,
            boolean closed,
            @Nullable Boolean neverAgain) {}

    @Override
    public String path() {
        return "/visits/" + id;
    }
}
