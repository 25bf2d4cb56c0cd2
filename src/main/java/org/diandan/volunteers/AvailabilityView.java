package org.diandan.volunteers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Resource;

/** When a volunteer has time in each week, by day and hour. */
record AvailabilityView(
        @JsonIgnore UUID volunteer,
        List<WeeklyWindow> windows,
        @JsonIgnore int version) implements Resource {

    static AvailabilityView of(Volunteer volunteer) {
        return new AvailabilityView(volunteer.id(), volunteer.availability(), volunteer.version());
    }

    @Override
    public String path() {
        return "/volunteers/" + volunteer + "/availability";
    }
}
