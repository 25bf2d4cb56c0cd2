package org.diandan.volunteers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** All the areas that a team goes to, by the codes of their sites; each stands for all below it. */
record SetCoverage(@NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 16) String> areas) {}
