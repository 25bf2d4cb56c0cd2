package org.diandan.orders;

import static org.diandan.shared.Role.Names.EXPERT;
import static org.diandan.shared.Role.Names.LEADER;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.diandan.orders.OrderCommands.AssignExpert;
import org.diandan.orders.OrderCommands.GiveReason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The preparation of an order over HTTP. */
@Path("/orders")
@Tag(name = "orders")
class PreparationResource {

    private final Preparing preparing;

    PreparationResource(Preparing preparing) {
        this.preparing = preparing;
    }

    @GET
    @Path("{id}/preparation")
    @Authenticated
    @Operation(operationId = "getPreparation", summary = "The work order as it is being written or was signed off")
    public PreparationView get(@PathParam("id") UUID id) {
        return preparing.read(id);
    }

    @PUT
    @Path("{id}/preparation")
    @RolesAllowed(EXPERT)
    @Operation(operationId = "writePreparation", summary = "Writes the draft of the work order")
    public PreparationView write(@PathParam("id") UUID id, @NotNull @Valid Draft draft) {
        return preparing.write(id, draft);
    }

    @POST
    @Path("{id}/preparation/assign")
    @RolesAllowed(LEADER)
    @Idempotent
    @Operation(operationId = "assignExpert", summary = "Names the expert of the team who prepares")
    public OrderView assign(@PathParam("id") UUID id, @NotNull @Valid AssignExpert request) {
        return preparing.assign(id, request);
    }

    @POST
    @Path("{id}/preparation/sign-off")
    @RolesAllowed(EXPERT)
    @Idempotent
    @Operation(operationId = "signOffPreparation", summary = "Signs the work order off; volunteers are asked")
    public OrderView signOff(@PathParam("id") UUID id) {
        return preparing.signOff(id);
    }

    @POST
    @Path("{id}/preparation/hand-back")
    @RolesAllowed({EXPERT, LEADER})
    @Idempotent
    @Operation(operationId = "handBackOrder", summary = "Hands the order back; another team is looked for")
    public OrderView handBack(@PathParam("id") UUID id, @NotNull @Valid GiveReason request) {
        return preparing.handBack(id, request);
    }

    @POST
    @Path("{id}/change")
    @RolesAllowed({EXPERT, LEADER})
    @Idempotent
    @Operation(operationId = "changeOrder", summary = "Opens the work order again; everyone is asked anew")
    public OrderView change(@PathParam("id") UUID id, @NotNull @Valid GiveReason request) {
        return preparing.change(id, request);
    }
}
