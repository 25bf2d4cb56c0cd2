package org.diandan.matching;

import static org.diandan.shared.Role.Names.AUDITOR;
import static org.diandan.shared.Role.Names.DISPATCHER;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The search for an order's team over HTTP, for dispatchers. */
@Path("/orders")
@Tag(name = "matching")
class OrderRoutingResource {

    private final Overruling overruling;
    private final RoutingViews views;
    private final DecisionViews decisions;

    OrderRoutingResource(Overruling overruling, RoutingViews views, DecisionViews decisions) {
        this.overruling = overruling;
        this.views = views;
        this.decisions = decisions;
    }

    @GET
    @Path("{id}/candidates")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(
            operationId = "listCandidates",
            summary = "The teams that may be asked with the points of every term, and those that may not and why")
    public CandidatesView candidates(@PathParam("id") UUID id) {
        return overruling.candidates(id);
    }

    @GET
    @Path("{id}/routings")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(operationId = "listOrderRoutings", summary = "All teams that were asked for the order, the oldest first")
    public Page<RoutingLine> routings(@PathParam("id") UUID id) {
        return views.ofOrder(id);
    }

    @GET
    @Path("{id}/decisions")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(
            operationId = "listOrderDecisions",
            summary = "All decisions about the order’s team, the oldest first: who was asked, or why the order waits")
    public Page<DecisionView> decisions(@PathParam("id") UUID id) {
        return decisions.ofOrder(id);
    }

    @POST
    @Path("{id}/routings")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "proposeTeam", summary = "Asks a team by hand; with a reason where it is not the best one")
    public RoutingView propose(@PathParam("id") UUID id, @NotNull @Valid ProposeTeam wish) {
        return overruling.propose(id, wish);
    }

    @POST
    @Path("{id}/give-up")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @Operation(operationId = "giveUpOrder", summary = "Tells the resident honestly that no team could be found")
    public void giveUp(@PathParam("id") UUID id, @NotNull @Valid GiveUpOrder said) {
        overruling.giveUp(id, said);
    }
}
