package org.diandan.visits;

import static org.diandan.shared.Role.Names.DISPATCHER;
import static org.diandan.shared.Role.Names.VOLUNTEER;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.diandan.visits.VisitCommands.DisputeNoShow;
import org.diandan.visits.VisitCommands.GiveReason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Attendances over HTTP: what becomes of a no-show, and whom the resident does not want again. */
@Path("/attendances")
@Tag(name = "visits")
class AttendanceResource {

    private final VisitReading reading;
    private final NoShows noShows;
    private final Wishing wishing;

    AttendanceResource(VisitReading reading, NoShows noShows, Wishing wishing) {
        this.reading = reading;
        this.noShows = noShows;
        this.wishing = wishing;
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(
            operationId = "getAttendance",
            summary = "An attendance: for its volunteer, the leader, the clerk, the dispatcher")
    public AttendanceView get(@PathParam("id") UUID id) {
        return reading.attendance(id);
    }

    @POST
    @Path("{id}/dispute")
    @RolesAllowed(VOLUNTEER)
    @Idempotent
    @Operation(operationId = "disputeNoShow", summary = "Says that the caller's no-show was none, within seven days")
    public AttendanceView dispute(@PathParam("id") UUID id, @NotNull @Valid DisputeNoShow request) {
        return noShows.dispute(id, request.text());
    }

    @POST
    @Path("{id}/excuse")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @Operation(operationId = "excuseVolunteer", summary = "Excuses a volunteer who did not come, or will not")
    public AttendanceView excuse(@PathParam("id") UUID id, @NotNull @Valid GiveReason request) {
        return noShows.excuse(id, request);
    }

    @POST
    @Path("{id}/uphold")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @Operation(operationId = "upholdNoShow", summary = "Leaves a disputed no-show as it is")
    public AttendanceView uphold(@PathParam("id") UUID id, @NotNull @Valid GiveReason request) {
        return noShows.uphold(id, request);
    }

    @POST
    @Path("{id}/never-again")
    @Authenticated
    @Idempotent
    @Operation(
            operationId = "neverThisVolunteerAgain",
            summary =
                    "Says that this volunteer is not to come to the resident again: by the resident, a proxy, or a clerk"
                            + " or dispatcher on their word")
    public VisitView neverAgain(@PathParam("id") UUID id) {
        return wishing.neverAgain(id);
    }

    @POST
    @Path("{id}/welcome-again")
    @Authenticated
    @Idempotent
    @Operation(
            operationId = "welcomeThisVolunteerAgain",
            summary = "Takes back that this volunteer is not to come again")
    public VisitView welcomeAgain(@PathParam("id") UUID id) {
        return wishing.welcomeAgain(id);
    }
}
