package org.diandan.identity;

import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.diandan.http.Language;
import org.diandan.http.Origin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/auth")
@Tag(name = "identity")
class AuthResource {

    private final SigningIn signingIn;
    private final OwnAccount own;
    private final CurrentUser user;
    private final Language language;
    private final RoutingContext routing;

    AuthResource(SigningIn signingIn, OwnAccount own, CurrentUser user, Language language, RoutingContext routing) {
        this.signingIn = signingIn;
        this.own = own;
        this.user = user;
        this.language = language;
        this.routing = routing;
    }

    @POST
    @Path("otp")
    @PermitAll
    @Operation(
            operationId = "askForCode",
            summary = "Sends a one-time code to a phone; the answer is the same whether the phone is known or not")
    public void askForCode(@Valid AskForCode request) {
        signingIn.sendCode(request.phone(), address(), language.locale());
    }

    @POST
    @Path("token")
    @PermitAll
    @Operation(
            operationId = "signIn",
            summary = "Signs in with a one-time code (a new phone is registered), a password, or a refresh token")
    public TokenView signIn(@Valid SignIn request) {
        return signingIn.signIn(request, address());
    }

    @POST
    @Path("logout")
    @PermitAll
    @Operation(operationId = "signOut", summary = "Ends the sign-in that a refresh token belongs to")
    public void signOut(@Valid SignOut request) {
        signingIn.signOut(request.refreshToken());
    }

    @POST
    @Path("logout-everywhere")
    @Authenticated
    @Operation(
            operationId = "signOutEverywhere",
            summary = "Ends all sign-ins of the caller on all devices, this one too, within five seconds")
    public void signOutEverywhere() {
        own.signOutEverywhere(user.account());
    }

    private String address() {
        return Origin.of(routing.request());
    }
}
