package org.diandan.volunteers;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Volunteer service teams. */
@Path("/teams")
@Tag(name = "volunteers")
class TeamResource {

    private final Teamwork teamwork;
    private final TeamRows rows;
    private final Sites sites;
    private final Cursors cursors;

    TeamResource(Teamwork teamwork, TeamRows rows, Sites sites, Cursors cursors) {
        this.teamwork = teamwork;
        this.rows = rows;
        this.sites = sites;
        this.cursors = cursors;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listTeams", summary = "The teams of a site and below, the oldest first")
    public Page<TeamLine> teams(
            @RestQuery @NotNull String site,
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var after = After.id(cursors.decode(cursor));
        return Page.of(
                rows.lines(sites.get(site).code(), category, after, limit), limit, line -> cursors.encode(line.id()));
    }

    @POST
    @RolesAllowed(Role.Names.DISPATCHER)
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "makeTeam", summary = "Makes a team at a site of the caller's area")
    public TeamView make(@NotNull @Valid MakeTeam asked) {
        return teamwork.make(asked);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "readTeam", summary = "A team")
    public TeamView see(UUID id) {
        return teamwork.see(id);
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Role.Names.DISPATCHER)
    @Operation(operationId = "changeTeam", summary = "Changes a team's name, categories or organisation")
    public TeamView change(UUID id, @NotNull @Valid ChangeTeam asked) {
        return teamwork.change(id, asked);
    }

    @PUT
    @Path("{id}/coverage")
    @RolesAllowed({Role.Names.LEADER, Role.Names.DISPATCHER})
    @Operation(operationId = "coverAreas", summary = "Says where a team goes")
    public TeamView cover(UUID id, @NotNull @Valid SetCoverage asked) {
        return teamwork.cover(id, asked.areas());
    }

    @PUT
    @Path("{id}/slots")
    @RolesAllowed({Role.Names.LEADER, Role.Names.DISPATCHER})
    @Operation(
            operationId = "offerSlots",
            summary = "Says when a team has time in each week; a slot that stays at its time keeps its number")
    public TeamView offerSlots(UUID id, @NotNull @Valid SetSlots asked) {
        return teamwork.offerSlots(id, asked.slots());
    }

    @POST
    @Path("{id}/suspend")
    @RolesAllowed(Role.Names.DISPATCHER)
    @Idempotent
    @Operation(operationId = "suspendTeam", summary = "Asks a team for nothing new, for a reason")
    public TeamView suspend(UUID id, @NotNull @Valid Because asked) {
        return teamwork.suspend(id, asked.reason());
    }

    @POST
    @Path("{id}/resume")
    @RolesAllowed(Role.Names.DISPATCHER)
    @Idempotent
    @Operation(operationId = "resumeTeam", summary = "Asks a suspended team again")
    public TeamView resume(UUID id) {
        return teamwork.resume(id);
    }

    @POST
    @Path("{id}/dissolve")
    @RolesAllowed(Role.Names.DISPATCHER)
    @Idempotent
    @Operation(operationId = "dissolveTeam", summary = "Ends a team and all memberships; it hands back what it has")
    public TeamView dissolve(UUID id, @NotNull @Valid Because asked) {
        return teamwork.dissolve(id, asked.reason());
    }
}
