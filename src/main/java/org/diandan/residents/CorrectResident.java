package org.diandan.residents;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something about a resident is corrected; what is not given stays.
 *
 * @param site another village or community of the same county
 * @param circumstances all that there are from now on
 */
record CorrectResident(
        @Nullable @Size(max = 16) String site,

        @Nullable @Pattern(regexp = EnterResident.NAME) @Size(max = 60)
        String name,

        @Nullable @Pattern(regexp = EnterResident.PHONE) String phone,
        @Nullable @Size(max = 200) String address,
        @Nullable @Size(max = 10) Set<Circumstance> circumstances) {}
