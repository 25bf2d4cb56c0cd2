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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.diandan.http.Cursors;
import org.diandan.http.Idempotent;
import org.diandan.http.Language;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Volunteers, and what they say to hold. */
@Path("/volunteers")
@Tag(name = "volunteers")
class VolunteerResource {

    private final Registering registering;
    private final Certifying certifying;
    private final Preferences preferences;
    private final Cursors cursors;
    private final Language language;

    VolunteerResource(
            Registering registering,
            Certifying certifying,
            Preferences preferences,
            Cursors cursors,
            Language language) {
        this.registering = registering;
        this.certifying = certifying;
        this.preferences = preferences;
        this.cursors = cursors;
        this.language = language;
    }

    @POST
    @Authenticated
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "registerAsVolunteer", summary = "Registers the caller as a volunteer")
    public VolunteerView register(@NotNull @Valid RegisterAsVolunteer asked) {
        return registering.register(asked);
    }

    @GET
    @Path("choices")
    @Authenticated
    @Operation(
            operationId = "listVolunteerChoices",
            summary = "The lists to choose from in this room, with their texts")
    public VolunteerChoices choices() {
        return VolunteerChoices.in(language.locale());
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(
            operationId = "readVolunteer",
            summary = "A volunteer: oneself, someone of one's area, or (masked) of the team that one leads")
    public VolunteerView see(UUID id) {
        return registering.see(id);
    }

    @GET
    @Path("{id}/availability")
    @Authenticated
    @Operation(operationId = "readAvailability", summary = "When a volunteer has time in each week")
    public AvailabilityView availability(UUID id) {
        return registering.availability(id);
    }

    @PUT
    @Path("{id}/availability")
    @RolesAllowed(Role.Names.VOLUNTEER)
    @Operation(operationId = "setAvailability", summary = "Says when the caller has time in each week")
    public AvailabilityView setAvailability(UUID id, @NotNull @Valid SetAvailability asked) {
        return registering.availableAt(id, asked.windows());
    }

    @GET
    @Path("{id}/preferences")
    @RolesAllowed(Role.Names.VOLUNTEER)
    @Operation(operationId = "readPreferences", summary = "What the caller does not want to be asked for")
    public PreferencesView preferences(UUID id) {
        return preferences.see(id);
    }

    @PUT
    @Path("{id}/preferences")
    @RolesAllowed(Role.Names.VOLUNTEER)
    @Operation(
            operationId = "setPreferences",
            summary = "Says what the caller does not want to be asked for, or takes it back")
    public PreferencesView setPreferences(UUID id, @NotNull @Valid SetPreferences asked) {
        return preferences.set(id, asked);
    }

    @GET
    @Path("{id}/certificates")
    @Authenticated
    @Operation(operationId = "listCertificatesOfVolunteer", summary = "What a volunteer holds or claims to hold")
    public Page<CertificateLine> certificates(
            UUID id, @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return page(id, false, cursor, limit);
    }

    @POST
    @Path("{id}/certificates")
    @RolesAllowed(Role.Names.VOLUNTEER)
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "claimCertificate", summary = "Says that the caller holds a certificate, to be checked")
    public CertificateView claim(UUID id, @NotNull @Valid ClaimCertificate asked) {
        return certifying.claim(id, asked);
    }

    @GET
    @Path("{id}/insurance")
    @Authenticated
    @Operation(operationId = "listInsuranceOfVolunteer", summary = "The insurances of a volunteer")
    public Page<CertificateLine> insurance(
            UUID id, @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return page(id, true, cursor, limit);
    }

    @POST
    @Path("{id}/insurance")
    @RolesAllowed(Role.Names.VOLUNTEER)
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "claimInsurance",
            summary = "Says that the caller is insured; checked like a certificate of the kind INSURANCE")
    public CertificateView insure(UUID id, @NotNull @Valid ClaimInsurance asked) {
        return certifying.insure(id, asked);
    }

    private Page<CertificateLine> page(UUID id, boolean insurance, @Nullable String cursor, int limit) {
        var after = After.id(cursors.decode(cursor));
        return Page.of(certifying.of(id, insurance, after, limit), limit, line -> cursors.encode(line.id()));
    }
}
