package org.diandan.volunteers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.shared.Masked;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer. The person, and clerks and dispatchers of the home area, see all of it; a leader of the person's team sees
 * the name, the masked phone and whether it is a minor.
 *
 * @param minutes service that counts so far
 */
record VolunteerView(
        UUID id,
        String name,
        @Nullable String phone,
        boolean minor,
        @Nullable LocalDate bornOn,
        @Nullable Sex sex,
        @Nullable String site,
        @Nullable Guardian guardian,
        @Nullable Integer consentVersion,
        @Nullable Instant registeredAt,
        List<MembershipLine> teams,
        @Nullable Minutes minutes,
        @JsonIgnore int version)
        implements Resource {

    /** Who cares for a minor. */
    record Guardian(String name, String phone) {}

    static VolunteerView whole(
            Volunteer volunteer, @Nullable String phone, boolean minor, List<MembershipLine> teams, Minutes minutes) {
        var guardianName = volunteer.guardianName();
        var guardianPhone = volunteer.guardianPhone();
        return new VolunteerView(
                volunteer.id(),
                volunteer.name(),
                phone,
                minor,
                volunteer.bornOn(),
                volunteer.sex(),
                volunteer.site(),
                guardianName == null || guardianPhone == null ? null : new Guardian(guardianName, guardianPhone),
                volunteer.consentVersion(),
                volunteer.registeredAt(),
                teams,
                minutes,
                volunteer.version());
    }

    static VolunteerView forLeader(Volunteer volunteer, @Nullable String phone, boolean minor) {
        return new VolunteerView(
                volunteer.id(),
                volunteer.name(),
                phone == null ? null : Masked.phone(phone),
                minor,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                volunteer.version());
    }

    @Override
    public String path() {
        return "/volunteers/" + id;
    }
}
