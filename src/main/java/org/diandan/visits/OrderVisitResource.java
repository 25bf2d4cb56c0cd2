package org.diandan.visits;

import static org.diandan.shared.Role.Names.DISPATCHER;
import static org.diandan.shared.Role.Names.LEADER;
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
import org.diandan.shared.Page;
import org.diandan.visits.VisitCommands.FinishOrder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The visits of an order over HTTP. */
@Path("/orders")
@Tag(name = "visits")
class OrderVisitResource {

    private final VisitReading reading;
    private final Reporting reporting;

    OrderVisitResource(VisitReading reading, Reporting reporting) {
        this.reading = reading;
        this.reporting = reporting;
    }

    @GET
    @Path("{id}/visits")
    @Authenticated
    @Operation(operationId = "listVisitsOfOrder", summary = "The visits that were ever planned for an order")
    public Page<VisitView> visits(@PathParam("id") UUID id) {
        return reading.ofOrder(id);
    }

    @POST
    @Path("{id}/finish")
    @RolesAllowed({VOLUNTEER, LEADER, DISPATCHER})
    @Idempotent
    @Operation(
            operationId = "finishOrder",
            summary = "Finishes an order by the report of its open visit: for whoever leads at it;"
                    + " for a leader of the team or a dispatcher once the report is overdue")
    public VisitView finish(@PathParam("id") UUID id, @NotNull @Valid FinishOrder request) {
        return reporting.finish(id, request.text());
    }
}
