package org.diandan.sites;

import java.util.List;
import java.util.Locale;
import org.diandan.shared.Choice;

/** The lists of this room that people choose from or read, with their texts. */
record SiteChoices(List<Choice> levels, List<Choice> modes, List<Choice> divisionLevels) {

    static SiteChoices in(Locale language) {
        return new SiteChoices(
                Choice.of(Level.class, language),
                Choice.of(OperatingMode.class, language),
                Choice.of(DivisionLevel.class, language));
    }
}
