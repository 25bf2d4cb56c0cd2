package org.diandan.residents;

import static org.diandan.shared.Role.Names.CLERK;
import static org.diandan.shared.Role.Names.DISPATCHER;
import static org.diandan.shared.Role.Names.RESIDENT;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.diandan.http.Cursors;
import org.diandan.http.Idempotent;
import org.diandan.identity.CurrentUser;
import org.diandan.rights.ErasureView;
import org.diandan.rights.PersonalData;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/residents")
@Tag(name = "residents")
class ResidentResource {

    private final Keeping keeping;
    private final ResidentSearch search;
    private final Cursors cursors;
    private final CurrentUser user;

    ResidentResource(Keeping keeping, ResidentSearch search, Cursors cursors, CurrentUser user) {
        this.keeping = keeping;
        this.search = search;
        this.cursors = cursors;
        this.user = user;
    }

    @GET
    @RolesAllowed({CLERK, DISPATCHER})
    @Operation(
            operationId = "findResidents",
            summary = "Residents of the caller's areas with a phone, or a name that begins so; masked")
    public Page<ResidentLine> find(
            @RestQuery @Nullable @Size(max = 20) String phone,
            @RestQuery @Nullable @Size(max = 60) String name,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String cursor) {
        var areas = user.scope().areas(Role.CLERK, Role.DISPATCHER);
        return search.find(areas, phone, name, cursors.decode(cursor), limit);
    }

    @POST
    @RolesAllowed({CLERK, DISPATCHER})
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "enterResident",
            summary = "Enters somebody without an account; the same phone and name is the same person")
    public ResidentView enter(@Valid EnterResident request) {
        return keeping.enter(request, user);
    }

    @GET
    @Path("me")
    @Authenticated
    @Operation(operationId = "readOwnResident", summary = "The caller's own record, made when first asked for")
    public ResidentView own() {
        return keeping.own(user);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({RESIDENT, CLERK, DISPATCHER})
    @Operation(
            operationId = "readResident",
            summary = "A resident: in full to themselves and the staff of their chain, masked to their proxies")
    public ResidentView read(@RestPath UUID id) {
        return keeping.view(id, user.scope());
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed({RESIDENT, CLERK, DISPATCHER})
    @Operation(operationId = "correctResident", summary = "Corrects name, contact, address, village or circumstances")
    public ResidentView correct(@RestPath UUID id, @Valid CorrectResident request) {
        return keeping.correct(id, request, user);
    }

    @GET
    @Path("{id}/data")
    @RolesAllowed({RESIDENT, CLERK, DISPATCHER})
    @Operation(
            operationId = "copyDataOfResident",
            summary =
                    "A copy of all that is kept of a resident, for those who ask at the counter; written into the audit")
    public PersonalData copy(@RestPath UUID id, @RestQuery @Nullable String cursor) {
        return keeping.copy(id, cursor, user);
    }

    @POST
    @Path("{id}/data/erase")
    @RolesAllowed({CLERK, DISPATCHER})
    @Idempotent
    @Operation(
            operationId = "eraseResident",
            summary =
                    "Takes down that a resident without an account asks to be forgotten; takes effect after some days")
    public ErasureView erase(@RestPath UUID id) {
        return keeping.erase(id, user);
    }

    @POST
    @Path("{id}/data/erase/withdraw")
    @RolesAllowed({CLERK, DISPATCHER})
    @Idempotent
    @Operation(operationId = "withdrawErasureOfResident", summary = "Takes back a resident’s wish to be forgotten")
    public ErasureView withdrawErasure(@RestPath UUID id) {
        return keeping.withdrawErasure(id, user);
    }

    @GET
    @Path("{id}/consents")
    @RolesAllowed({RESIDENT, CLERK, DISPATCHER})
    @Operation(operationId = "listConsents", summary = "What a resident has agreed to, and what of it has ended")
    public Page<ConsentView> consents(@RestPath UUID id) {
        return new Page<>(keeping.consents(id, user.scope()), null);
    }

    @POST
    @Path("{id}/consents")
    @RolesAllowed({RESIDENT, CLERK, DISPATCHER})
    @Idempotent
    @Operation(operationId = "giveConsent", summary = "Records a consent and who took it")
    public Page<ConsentView> consent(@RestPath UUID id, @Valid GiveConsent request) {
        return new Page<>(keeping.consent(id, request, user), null);
    }

    @POST
    @Path("{id}/consents/{purpose}/withdraw")
    @RolesAllowed({RESIDENT, CLERK, DISPATCHER})
    @Idempotent
    @Operation(
            operationId = "withdrawConsent",
            summary = "Ends a consent; what is kept on its ground alone is forgotten")
    public Page<ConsentView> withdraw(@RestPath UUID id, @RestPath ConsentPurpose purpose) {
        return new Page<>(keeping.withdraw(id, purpose, user), null);
    }
}
