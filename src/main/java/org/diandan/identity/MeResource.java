package org.diandan.identity;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.diandan.http.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me")
@Tag(name = "identity")
class MeResource {

    private final OwnAccount own;
    private final Closing closing;
    private final CurrentUser user;

    MeResource(OwnAccount own, Closing closing, CurrentUser user) {
        this.own = own;
        this.closing = closing;
        this.user = user;
    }

    @GET
    @Authenticated
    @Operation(operationId = "readMe", summary = "The caller's account and what it is granted")
    public MeView read() {
        return own.view(user.account());
    }

    @PATCH
    @Authenticated
    @Operation(operationId = "changeMe", summary = "Changes what the caller is called")
    public MeView change(@Valid ChangeMe request) {
        return own.rename(user.account(), request.name());
    }

    @PUT
    @Path("password")
    @Authenticated
    @Operation(operationId = "changePassword", summary = "Sets another password and ends all sign-ins of the caller")
    public void changePassword(@Valid ChangePassword request) {
        own.changePassword(user.account(), request);
    }

    @POST
    @Path("close")
    @Authenticated
    @Idempotent
    @Operation(operationId = "closeOwnAccount", summary = "Ends the caller's account for good")
    public void close() {
        closing.closeOwn(user);
    }
}
