package org.diandan.residents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Staff enter somebody who has no account.
 *
 * @param site the code of the village or community
 * @param consents what the resident agreed to; SERVICE must be among them
 */
record EnterResident(
        @Size(max = 16) String site,
        @Pattern(regexp = NAME) @Size(max = 60) String name,
        @Pattern(regexp = PHONE) String phone,
        @Nullable @Size(max = 200) String address,
        @Nullable @Size(max = 10) Set<Circumstance> circumstances,
        @Size(min = 1, max = 2) List<@Valid GiveConsent> consents) {

    /** Something that a person can read: not blank, in one line. */
    static final String NAME = "[^\\s](?:[^\\r\\n\\t]*[^\\s])?";

    /** A mobile number, or a number of the fixed network with its area code. */
    static final String PHONE = "1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}";

    NewResident resident() {
        return new NewResident(
                site,
                name,
                phone,
                address,
                circumstances == null ? Set.of() : circumstances,
                consents.stream().map(GiveConsent::consent).toList());
    }
}
