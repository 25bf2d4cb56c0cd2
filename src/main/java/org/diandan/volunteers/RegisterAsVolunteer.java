package org.diandan.volunteers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person says who registers as a volunteer.
 *
 * @param name the real name
 * @param sex only for services that send someone of the resident's own sex
 * @param site the home site, usually a Station of the account's own Center
 * @param guardian needed under 18, and kept only then
 */
record RegisterAsVolunteer(
        @NotBlank @Size(min = 2, max = 50) String name,
        @NotNull @Past LocalDate bornOn,
        @Nullable Sex sex,
        @NotBlank @Size(max = 16) String site,
        @Nullable @Valid Guardian guardian,
        @NotNull @Valid Agreement consent) {

    /**
     * The consent of whoever cares for a minor.
     *
     * @param consents must be true
     */
    record Guardian(
            @NotBlank @Size(min = 2, max = 50) String name,
            @NotNull @Pattern(regexp = "\\+?[0-9]{6,15}") String phone,
            @AssertTrue boolean consents) {}

    /** Which version of the text about a volunteer's data was agreed to. */
    record Agreement(@Min(1) int version) {}
}
