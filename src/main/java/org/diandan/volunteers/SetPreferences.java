package org.diandan.volunteers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** All that a volunteer does not want to be asked for; empty lists take back what was said before. */
record SetPreferences(
        @NotNull @Size(max = 100) Set<@NotNull @Pattern(regexp = CODE) String> unwantedServices,
        @NotNull @Size(max = 20) Set<@NotNull @Pattern(regexp = CODE) String> unwantedCategories) {

    private static final String CODE = "[a-z][a-z0-9-]{1,39}";
}
