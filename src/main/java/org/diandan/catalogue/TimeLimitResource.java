package org.diandan.catalogue;

import static org.diandan.shared.Role.Names.ADMIN;
import static org.diandan.shared.Role.Names.DISPATCHER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.diandan.http.IfMatch;
import org.diandan.http.Language;
import org.diandan.shared.Area;
import org.diandan.shared.Caller;
import org.diandan.shared.Urgency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/time-limits")
@Tag(name = "catalogue")
class TimeLimitResource {

    private final TimeLimitKeeping limits;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Language language;

    TimeLimitResource(TimeLimitKeeping limits, Caller caller, IfMatch ifMatch, Language language) {
        this.limits = limits;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.language = language;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listTimeLimits",
            summary = "Lists the time limits that hold for a service at a site, or in general")
    public List<TimeLimitView> list(@RestQuery @Nullable String service, @RestQuery @Nullable Area site) {
        return limits.list(service, site == null ? null : site.code(), language.locale());
    }

    @GET
    @Path("{limit}/{urgency}")
    @PermitAll
    @Operation(
            operationId = "readTimeLimit",
            summary = "Shows a time limit that holds for a service at a site, or in general")
    public TimeLimitView.Single read(
            @RestPath Limit limit,
            @RestPath Urgency urgency,
            @RestQuery @Nullable String service,
            @RestQuery @Nullable Area site) {
        return limits.read(key(limit, urgency, service, site), language.locale());
    }

    @PUT
    @Path("{limit}/{urgency}")
    @RolesAllowed({DISPATCHER, ADMIN})
    @Operation(
            operationId = "setTimeLimit",
            summary = "Sets a time limit for exactly this service and site",
            description =
                    "For a site by its dispatcher, else by an administrator. One for the service comes before one "
                            + "for the site, and a nearer site before a farther one.")
    public TimeLimitView.Single set(
            @RestPath Limit limit,
            @RestPath Urgency urgency,
            @RestQuery @Nullable String service,
            @RestQuery @Nullable Area site,
            @Valid SetTimeLimit request) {
        return limits.set(key(limit, urgency, service, site), request, ifMatch, caller.scope(), language.locale());
    }

    @DELETE
    @Path("{limit}/{urgency}")
    @RolesAllowed({DISPATCHER, ADMIN})
    @Operation(operationId = "clearTimeLimit", summary = "Takes back what was set for exactly this service and site")
    public void clear(
            @RestPath Limit limit,
            @RestPath Urgency urgency,
            @RestQuery @Nullable String service,
            @RestQuery @Nullable Area site) {
        limits.clear(key(limit, urgency, service, site), ifMatch, caller.scope());
    }

    private static TimeLimits.Key key(Limit limit, Urgency urgency, @Nullable String service, @Nullable Area site) {
        return new TimeLimits.Key(limit, urgency, service == null ? "" : service, site == null ? "" : site.code());
    }
}
