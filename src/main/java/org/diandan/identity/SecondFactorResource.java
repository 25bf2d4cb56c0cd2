package org.diandan.identity;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's second factor. Below {@code /auth}, where no answer is kept: these hold secrets. */
@Path("/auth")
@Tag(name = "identity")
class SecondFactorResource {

    private final SecondFactor factor;
    private final SecondStep step;
    private final OwnAccount own;
    private final CurrentUser user;

    SecondFactorResource(SecondFactor factor, SecondStep step, OwnAccount own, CurrentUser user) {
        this.factor = factor;
        this.step = step;
        this.own = own;
        this.user = user;
    }

    @POST
    @Path("second-factor")
    @Authenticated
    @Operation(
            operationId = "enrolSecondFactor",
            summary = "Gives a secret for an app that shows codes (RFC 6238); asked for only once it is confirmed")
    public NewSecondFactor enrol() {
        return factor.enrol(user.account(), own.view(user.account()).name());
    }

    @POST
    @Path("second-factor/confirm")
    @Authenticated
    @Operation(
            operationId = "confirmSecondFactor",
            summary =
                    "Asks for a code at each sign-in from now on, and ends all there are; gives recovery codes, shown once")
    public RecoveryCodes confirm(@Valid ShowSecondFactor request) {
        return factor.confirm(user.account(), request.code());
    }

    @POST
    @Path("second-factor/remove")
    @Authenticated
    @Operation(operationId = "removeSecondFactor", summary = "Asks for no code any more; the last one is needed for it")
    public void remove(@Valid ShowSecondFactor request) {
        step.take(user.account(), request.code());
        factor.remove(user.account());
    }
}
