package org.diandan.identity;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Somebody says what they are called. */
record ChangeMe(
        @Pattern(regexp = OpenAccount.NAME) @Size(max = 60) String name) {}
