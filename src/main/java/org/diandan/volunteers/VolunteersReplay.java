package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diandan.http.ReplayCheck;
import org.diandan.shared.Refused;

/** Looks again at what a repeated request was answered with: whoever may not see it now is not told. */
@ApplicationScoped
class VolunteersReplay implements ReplayCheck {

    /** Teams and organisations are not among them: anyone signed in sees those. */
    private final Map<Pattern, Consumer<Matcher>> looks;

    VolunteersReplay(Registering registering, HoursReview hours, Certifying certifying, Membership membership) {
        looks = Map.of(
                Pattern.compile("/volunteers/([^/]+)(?:/availability)?"),
                path -> registering.see(id(path, 1)),
                Pattern.compile("/volunteers/([^/]+)/hours/([^/]+)"),
                path -> hours.see(id(path, 1), id(path, 2)),
                Pattern.compile("/certificates/([^/]+)"),
                path -> certifying.see(id(path, 1)),
                Pattern.compile("/teams/([^/]+)/members/([^/]+)"),
                path -> membership.see(id(path, 1), id(path, 2)));
    }

    @Override
    public boolean knows(String path) {
        return looks.keySet().stream().anyMatch(form -> form.matcher(path).matches());
    }

    @Override
    public boolean isVisible(String path) {
        try {
            looks.forEach((form, look) -> {
                var matcher = form.matcher(path);
                if (matcher.matches()) {
                    look.accept(matcher);
                }
            });
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    private static UUID id(Matcher path, int group) {
        return UUID.fromString(path.group(group));
    }
}
