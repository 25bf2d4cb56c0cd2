package org.diandan.catalogue;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.diandan.http.Resource;
import org.diandan.shared.Texts;
import org.diandan.shared.Urgency;
import org.diandan.sites.ClockKind;
import org.diandan.sites.TimeAmount;
import org.jspecify.annotations.Nullable;

/**
 * A time limit that holds.
 *
 * @param text what it is for
 * @param steps ISO 8601; all counted from the same moment
 * @param ofService the service for which it was set; absent if for all
 * @param ofSite the site for which it was set; absent if for all
 */
record TimeLimitView(
        Limit limit,
        Urgency urgency,
        String text,
        List<String> steps,
        ClockKind clock,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil,
        @Nullable String ofService,
        @Nullable String ofSite) {

    /** The same as a resource of its own: of what was asked for, which may hold by another's word. */
    record Single(@Nullable String service, @Nullable String site, TimeLimitView holds, int version)
            implements Resource {

        @Override
        public String path() {
            return "/time-limits/" + holds.limit() + "/" + holds.urgency();
        }
    }

    static TimeLimitView of(TimeLimit limit, Locale language) {
        QuietHours quiet = limit.quiet();
        return new TimeLimitView(
                limit.limit(),
                limit.urgency(),
                Texts.of(limit.limit(), language),
                limit.steps().stream().map(TimeAmount::toString).toList(),
                limit.steps().get(0).clock(),
                quiet == null ? null : quiet.from(),
                quiet == null ? null : quiet.until(),
                limit.service().isEmpty() ? null : limit.service(),
                limit.site().isEmpty() ? null : limit.site());
    }
}
