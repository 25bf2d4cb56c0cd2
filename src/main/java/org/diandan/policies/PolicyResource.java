package org.diandan.policies;

import static org.diandan.shared.Role.Names.AUDITOR;
import static org.diandan.shared.Role.Names.DISPATCHER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.diandan.http.Language;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The policy of a Center over HTTP. */
@Path("/centers")
@Tag(name = "policies")
class PolicyResource {

    private final PolicyKeeping keeping;
    private final Language language;

    PolicyResource(PolicyKeeping keeping, Language language) {
        this.keeping = keeping;
        this.language = language;
    }

    @GET
    @Path("{code}/policy")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(
            operationId = "getPolicy",
            summary = "What holds in the Center now: weights, tiers, the worth of orders, limits of asking, plans",
            description = "Version 0 is the standard, which holds where the Center has decided nothing.")
    public PolicyView get(@RestPath String code) {
        return keeping.read(code);
    }

    @GET
    @Path("{code}/policies")
    @RolesAllowed({DISPATCHER, AUDITOR})
    @Operation(
            operationId = "listPolicies",
            summary = "All that held in the Center, the latest first, with who decided it, when and why")
    public Page<PolicyView> history(
            @RestPath String code,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return keeping.history(code, cursor, limit);
    }

    @PUT
    @Path("{code}/policy")
    @RolesAllowed(DISPATCHER)
    @Operation(
            operationId = "setPolicy",
            summary = "Decides what holds in the Center from now on, as a new version",
            description =
                    "By a dispatcher of the Center. The rules replace those of the version before as a whole; what was "
                            + "decided by earlier versions stays as it was.")
    public PolicyView set(@RestPath String code, @NotNull @Valid SetPolicy request) {
        return keeping.decide(code, request, language.locale());
    }
}
