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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Certificates and insurances, as those see them who check them. */
@Path("/certificates")
@Tag(name = "volunteers")
class CertificateResource {

    private final Certifying certifying;
    private final Sites sites;
    private final Cursors cursors;

    CertificateResource(Certifying certifying, Sites sites, Cursors cursors) {
        this.certifying = certifying;
        this.sites = sites;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Role.Names.CLERK, Role.Names.DISPATCHER})
    @Operation(
            operationId = "listCertificates",
            summary = "What volunteers of a site and below claim to hold, in the order of claiming")
    public Page<CertificateLine> certificates(
            @RestQuery @NotNull String site,
            @RestQuery @DefaultValue("CLAIMED") CertificateState state,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var after = After.id(cursors.decode(cursor));
        return Page.of(
                certifying.desk(sites.get(site).code(), state, after, limit), limit, line -> cursors.encode(line.id()));
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "readCertificate", summary = "A certificate of oneself or of someone of one's area")
    public CertificateView see(UUID id) {
        return certifying.see(id);
    }

    @POST
    @Path("{id}/verify")
    @RolesAllowed({Role.Names.CLERK, Role.Names.DISPATCHER})
    @Idempotent
    @Operation(operationId = "verifyCertificate", summary = "Confirms a certificate that the caller has seen")
    public CertificateView verify(UUID id) {
        return certifying.verify(id);
    }

    @POST
    @Path("{id}/refuse")
    @RolesAllowed({Role.Names.CLERK, Role.Names.DISPATCHER})
    @Idempotent
    @Operation(
            operationId = "refuseCertificate",
            summary = "Says that a certificate does not count, or not any more, with a reason")
    public CertificateView refuse(UUID id, @NotNull @Valid RefuseCertificate asked) {
        return certifying.refuse(id, asked);
    }
}
