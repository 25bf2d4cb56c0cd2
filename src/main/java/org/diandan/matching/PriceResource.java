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

/** The prices of a Center over HTTP. */
@Path("/centers")
@Tag(name = "matching")
class PriceResource {

    private final PriceDesk desk;

    PriceResource(PriceDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("{code}/prices")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(
            operationId = "listPrices",
            summary = "What the places of teams are worth to later orders: how old each price is, what it was learned"
                    + " from, and how often it has decided")
    public Page<PriceLine> list(
            @RestPath String code,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.list(code, cursor, limit);
    }
}
