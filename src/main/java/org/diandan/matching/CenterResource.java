package org.diandan.matching;

import static org.diandan.shared.Role.Names.AUDITOR;
import static org.diandan.shared.Role.Names.DISPATCHER;

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
import org.diandan.http.Idempotent;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The matching of a whole Center over HTTP. */
@Path("/centers")
@Tag(name = "matching")
class CenterResource {

    private final WaitingReading waiting;
    private final LookingBack lookingBack;

    CenterResource(WaitingReading waiting, LookingBack lookingBack) {
        this.waiting = waiting;
        this.lookingBack = lookingBack;
    }

    @GET
    @Path("{code}/waiting-orders")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(
            operationId = "listWaitingOrders",
            summary = "The orders in the caller’s areas that wait because every team is kept for orders worth more",
            description =
                    "What is worth most comes first. Each is looked at again when a place is free, when prices change "
                            + "and as it grows older.")
    public Page<WaitingLine> waiting(
            @RestPath String code,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return waiting.list(code, cursor, limit);
    }

    @POST
    @Path("{code}/policy/trials")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @Operation(
            operationId = "tryPolicy",
            summary = "Makes the Center’s past decisions again by other rules and tells what would have changed",
            description =
                    "By a dispatcher of the Center, over at most 92 days and the latest 500 decisions in them. Nothing is "
                            + "switched on and nothing is kept.")
    public TrialView tryPolicy(@RestPath String code, @NotNull @Valid TryPolicy request) {
        return lookingBack.tryOut(code, request);
    }

    @GET
    @Path("{code}/fairness")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(
            operationId = "getFairnessOfTeams",
            summary = "How the work was shared among teams in a period of at most 92 days, and what found no team",
            description =
                    "For dispatchers and auditors of the whole Center. How volunteers were asked is told beside it, at "
                            + "/centers/{code}/fairness/offers.")
    public FairnessView fairness(
            @RestPath String code, @RestQuery @NotNull Instant from, @RestQuery @NotNull Instant to) {
        return lookingBack.fairness(code, from, to);
    }
}
