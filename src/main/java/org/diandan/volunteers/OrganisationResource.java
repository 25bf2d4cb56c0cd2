package org.diandan.volunteers;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.diandan.http.Cursors;
import org.diandan.http.Idempotent;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.diandan.sites.Sites;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The organisations that teams come from. */
@Path("/organisations")
@Tag(name = "volunteers")
class OrganisationResource {

    private final Organisations organisations;
    private final Sites sites;
    private final Cursors cursors;

    OrganisationResource(Organisations organisations, Sites sites, Cursors cursors) {
        this.organisations = organisations;
        this.sites = sites;
        this.cursors = cursors;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listOrganisations", summary = "The organisations of a site and below")
    public Page<OrganisationLine> organisations(
            @RestQuery @NotNull String site,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var after = After.id(cursors.decode(cursor));
        return Page.of(
                organisations.lines(sites.get(site).code(), after, limit), limit, line -> cursors.encode(line.id()));
    }

    @POST
    @RolesAllowed(Role.Names.DISPATCHER)
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "makeOrganisation", summary = "Makes an organisation known in the caller's area")
    public OrganisationView make(@NotNull @Valid MakeOrganisation asked) {
        return organisations.make(asked);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "readOrganisation", summary = "An organisation")
    public OrganisationView see(UUID id) {
        return organisations.see(id);
    }
}
