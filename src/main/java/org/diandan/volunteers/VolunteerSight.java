package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.diandan.http.HttpProblem;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Role;

/** Who sees what of a volunteer; for everyone else there is none. */
@ApplicationScoped
class VolunteerSight {

    private final Volunteers volunteers;
    private final TeamRows teams;
    private final CurrentUser user;

    VolunteerSight(Volunteers volunteers, TeamRows teams, CurrentUser user) {
        this.volunteers = volunteers;
        this.teams = teams;
        this.user = user;
    }

    /** The caller's own registration. */
    Volunteer own(UUID id) {
        if (!user.account().equals(id)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return any(id);
    }

    /** The caller's own registration, or that of someone whose area the caller looks after. */
    Volunteer whole(UUID id) {
        var volunteer = any(id);
        if (!isWhole(volunteer)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return volunteer;
    }

    /** Beyond these, someone who is in the caller's team or wants to be. */
    Volunteer known(UUID id) {
        var volunteer = any(id);
        if (!isWhole(volunteer) && !teams.belongs(id, user.scope().teams(Role.LEADER))) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return volunteer;
    }

    /** Someone of an area that the caller looks after: never the caller by being himself. */
    boolean looksAfter(String site) {
        return user.scope().covers(site, Role.CLERK, Role.DISPATCHER);
    }

    boolean isWhole(Volunteer volunteer) {
        return user.account().equals(volunteer.id()) || looksAfter(volunteer.site());
    }

    private Volunteer any(UUID id) {
        return volunteers.load(id).orElseThrow(HttpProblem.NOT_FOUND::because);
    }
}
