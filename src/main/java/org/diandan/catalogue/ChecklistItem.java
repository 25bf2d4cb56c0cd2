package org.diandan.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What the expert makes sure of before signing off. */
public record ChecklistItem(
        @NotNull @Pattern(regexp = ServiceItem.CODE) String code,
        @NotNull @Valid Bilingual text) {}
