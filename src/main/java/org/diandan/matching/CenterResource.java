package org.diandan.matching;

import static org.diandan.shared.Role.Names.AUDITOR;
import static org.diandan.shared.Role.Names.DISPATCHER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

    CenterResource(WaitingReading waiting) {
        this.waiting = waiting;
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
}
