package org.diandan.volunteers;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.diandan.http.Cursors;
import org.diandan.http.Idempotent;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The ledger of a volunteer's hours. */
@Path("/volunteers")
@Tag(name = "volunteers")
class HoursResource {

    /** Later than any hours that are written. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final HoursReview hours;
    private final Cursors cursors;

    HoursResource(HoursReview hours, Cursors cursors) {
        this.hours = hours;
        this.cursors = cursors;
    }

    @GET
    @Path("{id}/hours")
    @Authenticated
    @Operation(operationId = "listHours", summary = "A volunteer's hours in minutes, the latest first")
    public Page<HoursLine> hours(
            UUID id, @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var place = cursors.decode(cursor);
        var lines = place.isStart()
                ? hours.of(id, END_OF_TIME, id, limit)
                : hours.of(id, place.instant(0), place.uuid(1), limit);
        return Page.of(lines, limit, line -> cursors.encode(line.from(), line.id()));
    }

    @GET
    @Path("{id}/hours/{entry}")
    @Authenticated
    @Operation(operationId = "readHours", summary = "An entry of a volunteer's hours")
    public HoursView see(UUID id, UUID entry) {
        return hours.see(id, entry);
    }

    @POST
    @Path("{id}/hours/{entry}/confirm")
    @RolesAllowed({Role.Names.CLERK, Role.Names.DISPATCHER})
    @Idempotent
    @Operation(operationId = "confirmHours", summary = "Counts the minutes as they are")
    public HoursView confirm(UUID id, UUID entry) {
        return hours.confirm(id, entry);
    }

    @POST
    @Path("{id}/hours/{entry}/adjust")
    @RolesAllowed({Role.Names.CLERK, Role.Names.DISPATCHER})
    @Idempotent
    @Operation(operationId = "adjustHours", summary = "Counts fewer minutes, for a reason")
    public HoursView adjust(UUID id, UUID entry, @NotNull @Valid AdjustHours asked) {
        return hours.adjust(id, entry, asked);
    }

    @POST
    @Path("{id}/hours/{entry}/refuse")
    @RolesAllowed({Role.Names.CLERK, Role.Names.DISPATCHER})
    @Idempotent
    @Operation(operationId = "refuseHours", summary = "Counts nothing, for a reason")
    public HoursView refuse(UUID id, UUID entry, @NotNull @Valid Because asked) {
        return hours.refuse(id, entry, asked.reason());
    }

    @POST
    @Path("{id}/hours/{entry}/dispute")
    @RolesAllowed(Role.Names.VOLUNTEER)
    @Idempotent
    @Operation(operationId = "disputeHours", summary = "Says that a review was wrong; someone else reviews once more")
    public HoursView dispute(UUID id, UUID entry, @NotNull @Valid Because asked) {
        return hours.dispute(id, entry, asked.reason());
    }
}
