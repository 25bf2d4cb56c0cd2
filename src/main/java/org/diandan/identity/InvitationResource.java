package org.diandan.identity;

import static org.diandan.shared.Role.Names.ADMIN;
import static org.diandan.shared.Role.Names.DISPATCHER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.diandan.http.Cursors;
import org.diandan.http.Idempotent;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/invitations")
@Tag(name = "identity")
@RolesAllowed({DISPATCHER, ADMIN})
class InvitationResource {

    private final Invitations invitations;
    private final Cursors cursors;
    private final CurrentUser user;

    InvitationResource(Invitations invitations, Cursors cursors, CurrentUser user) {
        this.invitations = invitations;
        this.cursors = cursors;
        this.user = user;
    }

    @GET
    @Operation(operationId = "listInvitations", summary = "The invitations that the caller has sent, the latest first")
    public Page<InvitationView> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit, @RestQuery @Nullable String cursor) {
        return Page.of(
                invitations.sentBy(user.account(), cursors.decode(cursor), limit),
                limit,
                line -> cursors.encode(line.id()));
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "invite",
            summary = "Asks somebody by text message to join the staff; they accept by signing in with the code in it")
    public InvitationView invite(@Valid Invite request) {
        return invitations.send(request, user);
    }

    @POST
    @Path("{id}/withdraw")
    @Idempotent
    @Operation(
            operationId = "withdrawInvitation",
            summary = "Takes back an invitation of the caller that is still open")
    public InvitationView withdraw(@RestPath UUID id) {
        return invitations.withdraw(id, user);
    }
}
