package org.diandan.volunteers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Resource;
import org.jspecify.annotations.Nullable;

/** What a volunteer does not want to be asked for. */
record PreferencesView(
        @JsonIgnore UUID volunteer,
        List<UnwantedLine> unwantedServices,
        List<UnwantedLine> unwantedCategories,
        @JsonIgnore int version)
        implements Resource {

    /** @param until when it ends by itself: it was said by declining an offer; absent where it holds until taken back */
    record UnwantedLine(String code, @Nullable Instant until) {}

    static PreferencesView of(Volunteer volunteer, List<Unwanted> unwanted) {
        return new PreferencesView(
                volunteer.id(),
                lines(unwanted, Unwanted.Kind.SERVICE),
                lines(unwanted, Unwanted.Kind.CATEGORY),
                volunteer.version());
    }

    private static List<UnwantedLine> lines(List<Unwanted> unwanted, Unwanted.Kind kind) {
        return unwanted.stream()
                .filter(each -> each.kind() == kind)
                .map(each -> new UnwantedLine(each.code(), each.untilAt()))
                .toList();
    }

    @Override
    public String path() {
        return "/volunteers/" + volunteer + "/preferences";
    }
}
