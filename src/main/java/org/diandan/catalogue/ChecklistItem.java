package org.diandan.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;

/** What the expert makes sure of before signing off. */
public record ChecklistItem(
        @Pattern(regexp = ServiceItem.CODE) String code,
        @Valid Bilingual text) {}
