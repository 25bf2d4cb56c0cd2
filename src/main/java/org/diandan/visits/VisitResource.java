package org.diandan.visits;

import static org.diandan.shared.Role.Names.DISPATCHER;
import static org.diandan.shared.Role.Names.LEADER;
import static org.diandan.shared.Role.Names.VOLUNTEER;

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
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.diandan.shared.Page;
import org.diandan.visits.VisitCommands.ChangeLead;
import org.diandan.visits.VisitCommands.CheckIn;
import org.diandan.visits.VisitCommands.CheckOut;
import org.diandan.visits.VisitCommands.GiveReason;
import org.diandan.visits.VisitCommands.ReleaseVolunteer;
import org.diandan.visits.VisitCommands.ReportVisit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Visits over HTTP. */
@Path("/visits")
@Tag(name = "visits")
class VisitResource {

    private final VisitReading reading;
    private final Attending attending;
    private final Reporting reporting;
    private final Changing changing;

    VisitResource(VisitReading reading, Attending attending, Reporting reporting, Changing changing) {
        this.reading = reading;
        this.attending = attending;
        this.reporting = reporting;
        this.changing = changing;
    }

    @GET
    @RolesAllowed(VOLUNTEER)
    @Operation(operationId = "listVisits", summary = "Lists the caller's own visits, the latest first")
    public Page<VisitLine> list(
            @RestQuery List<VisitState> state,
            @RestQuery @Nullable Instant updatedSince,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return reading.mine(state, updatedSince, cursor, limit);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getVisit", summary = "A visit, as much of it as the caller may see")
    public VisitView get(@PathParam("id") UUID id) {
        return reading.get(id);
    }

    @GET
    @Path("{id}/code")
    @Authenticated
    @Operation(
            operationId = "getVisitCode",
            summary = "The code to show to the volunteers: for the resident, a proxy, a clerk or dispatcher")
    public CodeView code(@PathParam("id") UUID id) {
        return reading.code(id);
    }

    @POST
    @Path("{id}/check-in")
    @RolesAllowed(VOLUNTEER)
    @Idempotent
    @Operation(operationId = "checkIn", summary = "Tells that the caller is there, by the code that is shown there")
    public VisitView checkIn(@PathParam("id") UUID id, @NotNull @Valid CheckIn request) {
        return attending.checkIn(id, request);
    }

    @POST
    @Path("{id}/check-out")
    @RolesAllowed(VOLUNTEER)
    @Idempotent
    @Operation(operationId = "checkOut", summary = "Tells that the caller goes; the minutes are written down")
    public VisitView checkOut(@PathParam("id") UUID id, @NotNull @Valid CheckOut request) {
        return attending.checkOut(id, request);
    }

    @POST
    @Path("{id}/report")
    @RolesAllowed({VOLUNTEER, LEADER, DISPATCHER})
    @Idempotent
    @Operation(operationId = "reportVisit", summary = "Files the report: for whoever leads at the visit")
    public VisitView report(@PathParam("id") UUID id, @NotNull @Valid ReportVisit request) {
        return reporting.report(id, request.outcome(), request.text());
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed(VOLUNTEER)
    @Idempotent
    @Operation(operationId = "withdrawFromVisit", summary = "Gives the caller's place back")
    public AttendanceView withdraw(@PathParam("id") UUID id, @NotNull @Valid GiveReason request) {
        return changing.withdraw(id, request);
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(LEADER)
    @Idempotent
    @Operation(operationId = "releaseVolunteer", summary = "Lets a volunteer go: for a leader of the team")
    public VisitView release(@PathParam("id") UUID id, @NotNull @Valid ReleaseVolunteer request) {
        return changing.release(id, request);
    }

    @POST
    @Path("{id}/lead")
    @RolesAllowed(LEADER)
    @Idempotent
    @Operation(operationId = "changeVisitLead", summary = "Names who leads at the visit: for a leader of the team")
    public VisitView lead(@PathParam("id") UUID id, @NotNull @Valid ChangeLead request) {
        return changing.lead(id, request.volunteer());
    }
}
