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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who is in a team. */
@Path("/teams")
@Tag(name = "volunteers")
class MemberResource {

    private final Membership membership;
    private final Cursors cursors;

    MemberResource(Membership membership, Cursors cursors) {
        this.membership = membership;
        this.cursors = cursors;
    }

    @GET
    @Path("{id}/members")
    @RolesAllowed({Role.Names.LEADER, Role.Names.EXPERT, Role.Names.CLERK, Role.Names.DISPATCHER})
    @Operation(operationId = "listMembers", summary = "The members of a team, or those who asked to join")
    public Page<MemberLine> members(
            UUID id,
            @RestQuery @DefaultValue("APPROVED") MemberState state,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var after = After.id(cursors.decode(cursor));
        return Page.of(membership.members(id, state, after, limit), limit, line -> cursors.encode(line.account()));
    }

    @POST
    @Path("{id}/members")
    @RolesAllowed(Role.Names.VOLUNTEER)
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "joinTeam", summary = "Asks to join a team")
    public MemberView join(UUID id) {
        return membership.join(id);
    }

    @GET
    @Path("{id}/members/{account}")
    @Authenticated
    @Operation(operationId = "readMember", summary = "A person's place in a team")
    public MemberView see(UUID id, UUID account) {
        return membership.see(id, account);
    }

    @POST
    @Path("{id}/members/{account}/approve")
    @RolesAllowed({Role.Names.LEADER, Role.Names.DISPATCHER})
    @Idempotent
    @Operation(operationId = "approveMember", summary = "Takes someone into a team")
    public MemberView approve(UUID id, UUID account) {
        return membership.approve(id, account);
    }

    @POST
    @Path("{id}/members/{account}/refuse")
    @RolesAllowed({Role.Names.LEADER, Role.Names.DISPATCHER})
    @Idempotent
    @Operation(operationId = "refuseMember", summary = "Does not take someone into a team, with a reason")
    public MemberView refuse(UUID id, UUID account, @NotNull @Valid RefuseMember asked) {
        return membership.refuse(id, account, asked);
    }

    @POST
    @Path("{id}/members/{account}/leave")
    @RolesAllowed({Role.Names.VOLUNTEER, Role.Names.LEADER, Role.Names.DISPATCHER})
    @Idempotent
    @Operation(
            operationId = "leaveTeam",
            summary = "Leaves a team, or sends a member away with a reason; what the membership gave ends with it")
    public MemberView leave(UUID id, UUID account, @NotNull @Valid LeaveTeam asked) {
        return membership.leave(id, account, asked.reason());
    }

    @POST
    @Path("{id}/members/{account}/make-leader")
    @RolesAllowed({Role.Names.LEADER, Role.Names.DISPATCHER})
    @Idempotent
    @Operation(operationId = "makeLeader", summary = "Makes a member a leader of the team")
    public MemberView makeLeader(UUID id, UUID account) {
        return membership.makeLeader(id, account);
    }

    @POST
    @Path("{id}/members/{account}/end-leading")
    @RolesAllowed({Role.Names.LEADER, Role.Names.DISPATCHER})
    @Idempotent
    @Operation(operationId = "endLeading", summary = "Lets a leader of the team be a member like others")
    public MemberView endLeading(UUID id, UUID account) {
        return membership.endLeading(id, account);
    }
}
