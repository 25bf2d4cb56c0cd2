package org.diandan.volunteers;

import java.util.List;
import java.util.Locale;
import org.diandan.shared.Choice;

/** The lists of this room that people choose from or read, with their texts. */
record VolunteerChoices(
        List<Choice> organisationKinds,
        List<Choice> sexes,
        List<Choice> teamStates,
        List<Choice> memberStates,
        List<Choice> joinRefusals,
        List<Choice> certificateStates,
        List<Choice> certificateRefusals,
        List<Choice> hoursKinds,
        List<Choice> hoursStates) {

    static VolunteerChoices in(Locale language) {
        return new VolunteerChoices(
                Choice.of(OrganisationKind.class, language),
                Choice.of(Sex.class, language),
                Choice.of(TeamState.class, language),
                Choice.of(MemberState.class, language),
                Choice.of(JoinRefusal.class, language),
                Choice.of(CertificateState.class, language),
                Choice.of(CertificateRefusal.class, language),
                Choice.of(HoursKind.class, language),
                Choice.of(HoursState.class, language));
    }
}
