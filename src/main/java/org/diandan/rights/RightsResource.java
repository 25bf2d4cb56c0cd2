package org.diandan.rights;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.diandan.http.Idempotent;
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
    private final Erasing erasing;
    private final Caller caller;

    RightsResource(Copying copying, Erasing erasing, Caller caller) {
        this.copying = copying;
        this.erasing = erasing;
        this.caller = caller;
    }

    @GET
    @Path("data")
    @Authenticated
    @Operation(
            operationId = "copyMyData",
            summary = "A copy of all that is kept of the caller; others in it go by masked names")
    public PersonalData copy(@RestQuery @Nullable String cursor) {
        return copying.copy(me(), cursor);
    }

    @POST
    @Path("data/erase")
    @Authenticated
    @Idempotent
    @Operation(
            operationId = "askToBeForgotten",
            summary = "Asks that the caller be forgotten; takes effect after some days, until when it can be withdrawn")
    public ErasureView erase() {
        return erasing.ask(me(), caller.actor());
    }

    @GET
    @Path("data/erase")
    @Authenticated
    @Operation(operationId = "readErasure", summary = "The caller's wish to be forgotten, while it waits")
    public ErasureView erasure() {
        return erasing.see(me());
    }

    @POST
    @Path("data/erase/withdraw")
    @Authenticated
    @Idempotent
    @Operation(operationId = "withdrawErasure", summary = "Takes back the wish to be forgotten")
    public ErasureView withdraw() {
        return erasing.withdraw(me());
    }

    private Individual me() {
        return Individual.ofAccount(Objects.requireNonNull(caller.actor().account()));
    }
}
