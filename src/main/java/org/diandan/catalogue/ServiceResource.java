package org.diandan.catalogue;

import static org.diandan.shared.Role.Names.ADMIN;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.http.HttpProblem;
import org.diandan.http.Idempotent;
import org.diandan.http.IfMatch;
import org.diandan.http.Language;
import org.diandan.shared.Area;
import org.diandan.shared.Caller;
import org.diandan.shared.Page;
import org.diandan.sites.Sites;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/services")
@Tag(name = "catalogue")
class ServiceResource {

    private final Catalogue catalogue;
    private final ServiceKeeping keeping;
    private final Sites sites;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Cursors cursors;
    private final Language language;

    ServiceResource(
            Catalogue catalogue,
            ServiceKeeping keeping,
            Sites sites,
            Caller caller,
            IfMatch ifMatch,
            Cursors cursors,
            Language language) {
        this.catalogue = catalogue;
        this.keeping = keeping;
        this.sites = sites;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.cursors = cursors;
        this.language = language;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listServices",
            summary = "Lists what can be ordered, at a site what its menu offers",
            description = "By code. active=false lists the services that can no longer be ordered.")
    public Page<ServiceLine> list(
            @RestQuery @Nullable String category,
            @RestQuery @Nullable Area site,
            @RestQuery @DefaultValue("true") boolean active,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String cursor) {
        Cursor start = cursors.decode(cursor);
        String after = start.isStart() ? "" : start.text(0);
        String at = site == null ? null : sites.get(site.code()).code();
        List<ServiceLine> lines = catalogue.services().stream()
                .filter(service -> service.code().compareTo(after) > 0)
                .filter(service -> service.active() == active)
                .filter(service -> category == null || service.category().equals(category))
                .filter(service -> at == null || catalogue.isOffered(service.code(), at))
                .limit(limit + 1L)
                .map(service -> ServiceLine.of(service, language.locale()))
                .toList();
        return Page.of(lines, limit, line -> cursors.encode(line.code()));
    }

    @GET
    @Path("choices")
    @PermitAll
    @Operation(
            operationId = "listServiceChoices",
            summary = "Lists risk classes, rules and kinds of questions and limits with their texts")
    public ServiceChoices choices() {
        return ServiceChoices.in(language.locale());
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(operationId = "readService", summary = "Shows a service with its questions and risks")
    public ServiceView read(@RestPath String code) {
        return view(catalogue.find(code).orElseThrow(HttpProblem.NOT_FOUND::because));
    }

    @GET
    @Path("{code}/risks")
    @PermitAll
    @Operation(operationId = "listRisks", summary = "Lists what was ever told of a service's risks, the latest first")
    public List<RiskView> risks(@RestPath String code) {
        List<RiskView> risks = keeping.risks(code, language.locale());
        if (risks.isEmpty()) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return risks;
    }

    @POST
    @RolesAllowed(ADMIN)
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "enterService", summary = "Adds a service to the catalogue")
    public ServiceView enter(@Valid EnterService request) {
        return view(keeping.enter(request, language.locale()));
    }

    @PATCH
    @Path("{code}")
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "changeService",
            summary = "Changes what is given of a service",
            description = "Other risks get a new version, which everybody acknowledges anew.")
    public ServiceView change(@RestPath String code, @Valid ChangeService request) {
        return view(keeping.change(code, request, ifMatch, language.locale()));
    }

    private ServiceView view(ServiceItem service) {
        return ServiceView.of(service, catalogue, caller.scope(), language.locale());
    }
}
