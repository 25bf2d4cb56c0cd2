package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.audit.Audit;
import org.diandan.audit.Field;
import org.diandan.audit.Subject;
import org.diandan.http.IfMatch;
import org.diandan.identity.Accounts;
import org.diandan.identity.Contact;
import org.diandan.identity.CurrentUser;
import org.diandan.identity.Grants;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.sites.Sites;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Becoming a volunteer, and what volunteers say about themselves. */
@ApplicationScoped
@Transactional
class Registering {

    private final Session session;
    private final Volunteers volunteers;
    private final VolunteerSight sight;
    private final TeamRows teams;
    private final HoursReview hours;
    private final Accounts accounts;
    private final Grants grants;
    private final Sites sites;
    private final Audit audit;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final Clock clock;

    Registering(
            Session session,
            Volunteers volunteers,
            VolunteerSight sight,
            TeamRows teams,
            HoursReview hours,
            Accounts accounts,
            Grants grants,
            Sites sites,
            Audit audit,
            CurrentUser user,
            IfMatch ifMatch,
            Clock clock) {
        this.session = session;
        this.volunteers = volunteers;
        this.sight = sight;
        this.teams = teams;
        this.hours = hours;
        this.accounts = accounts;
        this.grants = grants;
        this.sites = sites;
        this.audit = audit;
        this.user = user;
        this.ifMatch = ifMatch;
        this.clock = clock;
    }

    VolunteerView register(RegisterAsVolunteer asked) {
        var account = user.account();
        if (volunteers.load(account).isPresent()) {
            throw VolunteersProblem.ALREADY_A_VOLUNTEER.because();
        }
        var home = Ids.centerOf(account);
        if (!sites.get(asked.site()).center().equals(home)) {
            throw VolunteersProblem.SITE_ELSEWHERE.because(asked.site(), home);
        }
        var volunteer = new Volunteer(account, asked, volunteers.today(home), clock.instant());
        session.persist(volunteer);
        grants.grant(account, Role.VOLUNTEER, "", user.actor());
        return view(volunteer);
    }

    VolunteerView see(UUID id) {
        return view(sight.known(id));
    }

    AvailabilityView availability(UUID id) {
        return AvailabilityView.of(sight.known(id));
    }

    AvailabilityView availableAt(UUID id, List<WeeklyWindow> windows) {
        var volunteer = sight.own(id);
        ifMatch.check(volunteer.version());
        volunteer.availableAt(windows);
        session.flush();
        return AvailabilityView.of(volunteer);
    }

    private VolunteerView view(Volunteer volunteer) {
        session.flush();
        var phone = accounts.contact(volunteer.id()).map(Contact::phone).orElse(null);
        boolean minor = volunteer.isMinor(volunteers.today(volunteer.center()));
        if (!sight.isWhole(volunteer)) {
            return VolunteerView.forLeader(volunteer, phone, minor);
        }
        if (!user.actor().is(volunteer.id())) {
            var person = Subject.of(Subject.Kind.VOLUNTEER, volunteer.id());
            audit.looked(volunteer.site(), person, fields(volunteer, phone), null);
        }
        return VolunteerView.whole(
                volunteer,
                phone,
                minor,
                teams.memberships(volunteer.id(), volunteer.centers()),
                hours.minutes(volunteer.id()));
    }

    private static Set<Field> fields(Volunteer volunteer, @Nullable String phone) {
        var fields = EnumSet.of(Field.BORN_ON);
        if (phone != null) {
            fields.add(Field.PHONE);
        }
        if (volunteer.guardianName() != null) {
            fields.add(Field.GUARDIAN);
        }
        return fields;
    }
}
