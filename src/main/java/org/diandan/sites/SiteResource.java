package org.diandan.sites;

import static org.diandan.shared.Role.Names.ADMIN;
import static org.diandan.shared.Role.Names.DISPATCHER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.http.Idempotent;
import org.diandan.http.IfMatch;
import org.diandan.http.Language;
import org.diandan.shared.Area;
import org.diandan.shared.Caller;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/sites")
@Tag(name = "sites")
class SiteResource {

    private final SiteKeeping sites;
    private final CalendarKeeping calendars;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Cursors cursors;
    private final Language language;

    SiteResource(
            SiteKeeping sites,
            CalendarKeeping calendars,
            Caller caller,
            IfMatch ifMatch,
            Cursors cursors,
            Language language) {
        this.sites = sites;
        this.calendars = calendars;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.cursors = cursors;
        this.language = language;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listSites", summary = "Lists the Centers, or the sites right below one, by code")
    public Page<SiteLine> list(
            @RestQuery @Nullable Area parent,
            @RestQuery @Nullable Level level,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String cursor) {
        if (parent != null && !Level.isSite(parent.code())) {
            return new Page<>(List.of(), null);
        }
        Cursor after = cursors.decode(cursor);
        return Page.of(
                sites.list(parent == null ? null : parent.code(), level, after.isStart() ? "" : after.text(0), limit),
                limit,
                line -> cursors.encode(line.code()));
    }

    @POST
    @RolesAllowed({DISPATCHER, ADMIN})
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "openSite",
            summary = "Opens a site",
            description =
                    "A Center is opened by an administrator, any other site by a dispatcher of the site above it. "
                            + "With a code: the Center, Institute or Station of that division. With a parent: a Point that "
                            + "belongs to it and gets the next number.")
    public SiteView open(@Valid OpenSite request) {
        return sites.open(request, caller.scope(), language.locale());
    }

    @GET
    @Path("choices")
    @PermitAll
    @Operation(operationId = "listSiteChoices", summary = "Lists the levels and modes of sites with their texts")
    public SiteChoices choices() {
        return SiteChoices.in(language.locale());
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(operationId = "readSite", summary = "Shows a site with its chain")
    public SiteView read(@RestPath String code) {
        return sites.read(code, caller.scope());
    }

    @PATCH
    @Path("{code}")
    @RolesAllowed({DISPATCHER, ADMIN})
    @Operation(operationId = "changeSite", summary = "Changes what is given of a site: name, mode, address, opening")
    public SiteView change(@RestPath String code, @Valid ChangeSite request) {
        return sites.change(code, request, ifMatch, caller.scope());
    }

    @GET
    @Path("{code}/calendar")
    @PermitAll
    @Operation(
            operationId = "readCalendar",
            summary = "Shows when a site's Center is open, day by day",
            description =
                    "From today, or the day given, for 31 days, or until the day given, 366 at most. 000000 is the "
                            + "calendar of the installation, which holds where a Center says nothing.")
    public CalendarView calendar(
            @RestPath String code, @RestQuery @Nullable LocalDate from, @RestQuery @Nullable LocalDate to) {
        return calendars.read(code, from, to, language.locale());
    }

    @PUT
    @Path("{code}/calendar")
    @RolesAllowed({DISPATCHER, ADMIN})
    @Operation(
            operationId = "changeCalendar",
            summary = "Replaces the hours and days that a Center has of its own",
            description =
                    "By a dispatcher of the Center; that of the installation (000000) by an administrator. No hours "
                            + "mean the installation's.")
    public CalendarView changeCalendar(@RestPath String code, @Valid ChangeCalendar request) {
        return calendars.change(code, request, ifMatch, caller.scope(), language.locale());
    }
}
