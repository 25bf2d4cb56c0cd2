package org.diandan.offers;

import static org.diandan.shared.Role.Names.AUDITOR;
import static org.diandan.shared.Role.Names.DISPATCHER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How fairly volunteers were asked, over HTTP. */
@Path("/centers")
@Tag(name = "offers")
class FairnessResource {

    private final FairnessReading reading;

    FairnessResource(FairnessReading reading) {
        this.reading = reading;
    }

    @GET
    @Path("{code}/fairness/offers")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(
            operationId = "getFairnessOfOffers",
            summary = "How fairly volunteers were asked in a period of at most 92 days, and what came of it",
            description = "For dispatchers and auditors of the whole Center.")
    public OfferFairness offers(
            @RestPath String code, @RestQuery @NotNull Instant from, @RestQuery @NotNull Instant to) {
        return reading.of(code, from, to);
    }
}
