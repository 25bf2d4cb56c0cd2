package org.diandan.matching;

import static org.diandan.shared.Role.Names.AUDITOR;
import static org.diandan.shared.Role.Names.DISPATCHER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.diandan.http.NeedsIfMatch;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Plans of a Center over HTTP. */
@Path("/centers")
@Tag(name = "matching")
class PlanResource {

    private final PlanDesk desk;

    PlanResource(PlanDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("{code}/plans")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @ResponseStatus(202)
    @Operation(
            operationId = "makePlan",
            summary = "Plans all orders of the Center for which a team is sought, as a preview that changes nothing",
            description = "A job makes it. One plan at a time: while another is made, waits to be confirmed or is put"
                    + " into effect, the answer tells who planned, and since when.")
    public PlanView begin(@RestPath String code) {
        return desk.begin(code);
    }

    @GET
    @Path("{code}/plans")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(operationId = "listPlans", summary = "The plans of a Center, the latest first")
    public Page<PlanView> list(
            @RestPath String code,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.list(code, cursor, limit);
    }

    @GET
    @Path("{code}/plans/{id}")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(operationId = "getPlan", summary = "A plan: how far it is, and what it comes to, in all and by township")
    public PlanView see(@RestPath String code, @RestPath UUID id) {
        return desk.see(code, id);
    }

    @GET
    @Path("{code}/plans/{id}/changes")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(
            operationId = "listPlanChanges",
            summary = "Each order that a plan lets go elsewhere: from where, to where, why, and what became of it")
    public Page<PlanChangeLine> changes(
            @RestPath String code,
            @RestPath UUID id,
            @RestQuery @Nullable ChangeState state,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.changes(code, id, state, cursor, limit);
    }

    @POST
    @Path("{code}/plans/{id}/apply")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @NeedsIfMatch
    @ResponseStatus(202)
    @Operation(
            operationId = "applyPlan",
            summary = "Confirms the plan that was seen: a job takes questions back and asks the teams of the plan",
            description = "Needs If-Match. Each order moves whole or not at all; what has changed since is skipped and"
                    + " tells why. A team that is asked may decline as ever; no team is asked that declined this round,"
                    + " and what a team has accepted stays with it.")
    public PlanView apply(@RestPath String code, @RestPath UUID id) {
        return desk.apply(code, id);
    }

    @POST
    @Path("{code}/plans/{id}/discard")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @Operation(operationId = "discardPlan", summary = "Throws a plan away, so that another one can be made")
    public PlanView discard(@RestPath String code, @RestPath UUID id) {
        return desk.discard(code, id);
    }
}
