package org.diandan.volunteers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An organisation to be known at a site. */
record MakeOrganisation(
        @NotNull OrganisationKind kind,
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 16) String site) {}
