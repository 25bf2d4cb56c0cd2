package org.diandan.matching;

import static org.diandan.shared.Role.Names.AUDITOR;
import static org.diandan.shared.Role.Names.DISPATCHER;
import static org.diandan.shared.Role.Names.LEADER;

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
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A team's questions and answers over HTTP. */
@Path("/routings")
@Tag(name = "matching")
class RoutingResource {

    private final Answering answering;
    private final RoutingViews views;
    private final DecisionViews decisions;

    RoutingResource(Answering answering, RoutingViews views, DecisionViews decisions) {
        this.answering = answering;
        this.views = views;
        this.decisions = decisions;
    }

    @GET
    @RolesAllowed(LEADER)
    @Operation(operationId = "listRoutings", summary = "What the caller's teams were asked, the latest change first")
    public Page<RoutingLine> mine(
            @RestQuery @Nullable Set<RoutingState> state,
            @RestQuery @Nullable Instant updatedSince,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return views.mine(state == null ? Set.of() : state, updatedSince, cursor, limit);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({LEADER, DISPATCHER, AUDITOR})
    @Operation(operationId = "getRouting", summary = "A routing; with its explanation for dispatchers and auditors")
    public RoutingView get(@PathParam("id") UUID id) {
        return views.get(id);
    }

    @GET
    @Path("{id}/decision")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(
            operationId = "getRoutingDecision",
            summary = "Why this team was asked and not another one, in numbers and in words",
            description = "What the order’s worth is made of is told to auditors alone.")
    public DecisionView decision(@PathParam("id") UUID id) {
        return decisions.ofRouting(id);
    }

    @GET
    @Path("{id}/decision/replay")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(
            operationId = "replayRoutingDecision",
            summary = "Makes the decision again on what was known then, by the policy that held then; changes nothing")
    public DecisionView.ReplayView replay(@PathParam("id") UUID id) {
        return decisions.replay(id);
    }

    @POST
    @Path("{id}/accept")
    @RolesAllowed(LEADER)
    @Idempotent
    @Operation(operationId = "acceptRouting", summary = "Takes the order for the team, which prepares it")
    public RoutingView accept(@PathParam("id") UUID id) {
        return answering.accept(id);
    }

    @POST
    @Path("{id}/decline")
    @RolesAllowed(LEADER)
    @Idempotent
    @Operation(
            operationId = "declineRouting",
            summary = "Does not take the order, with a reason; the next team is asked")
    public RoutingView decline(@PathParam("id") UUID id, @NotNull @Valid DeclineRouting said) {
        return answering.decline(id, said);
    }
}
