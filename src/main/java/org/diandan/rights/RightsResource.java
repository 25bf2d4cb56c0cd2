package org.diandan.rights;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.diandan.shared.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What callers ask of their own data. */
@Path("/me")
@Tag(name = "rights")
class RightsResource {

    private final Copying copying;
    private final Caller caller;

    RightsResource(Copying copying, Caller caller) {
        this.copying = copying;
        this.caller = caller;
    }

    @GET
    @Path("data")
    @Authenticated
    @Operation(
            operationId = "copyMyData",
            summary = "A copy of all that is kept of the caller; others in it go by masked names")
    public PersonalData copy(@RestQuery @Nullable String cursor) {
        return copying.copy(
                Individual.ofAccount(Objects.requireNonNull(caller.actor().account())), cursor);
    }
}
