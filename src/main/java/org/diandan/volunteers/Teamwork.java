package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.diandan.catalogue.Catalogue;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.sites.Sites;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The life of teams. */
@ApplicationScoped
@Transactional
class Teamwork {

    private final Session session;
    private final Teams teams;
    private final TeamRows rows;
    private final Membership membership;
    private final Organisations organisations;
    private final Catalogue catalogue;
    private final Sites sites;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final Event<TeamDissolved> news;
    private final Ids ids;
    private final Clock clock;

    Teamwork(
            Session session,
            Teams teams,
            TeamRows rows,
            Membership membership,
            Organisations organisations,
            Catalogue catalogue,
            Sites sites,
            CurrentUser user,
            IfMatch ifMatch,
            Event<TeamDissolved> news,
            Ids ids,
            Clock clock) {
        this.session = session;
        this.teams = teams;
        this.rows = rows;
        this.membership = membership;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.sites = sites;
        this.user = user;
        this.ifMatch = ifMatch;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    TeamView make(MakeTeam asked) {
        var site = sites.get(asked.site());
        if (!user.scope().covers(site.code(), Role.DISPATCHER)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        checkName(site.center(), asked.name());
        var team = new Team(ids.of(site.center()), site.code(), asked.name(), user.account(), clock.instant());
        if (!asked.coverage().isEmpty()) {
            team.cover(known(asked.coverage()));
        }
        team.offerSlots(asked.slots());
        offer(team, asked.name(), asked.categories(), asked.organisation());
        session.persist(team);
        return view(team);
    }

    TeamView see(UUID id) {
        return view(teams.load(id).orElseThrow(HttpProblem.NOT_FOUND::because));
    }

    /** Changes what is named and leaves the rest. */
    TeamView change(UUID id, ChangeTeam asked) {
        return move(TeamAction.CHANGE, id, team -> {
            if (asked.name() != null && !asked.name().equals(team.name())) {
                checkName(team.center(), asked.name());
            }
            offer(
                    team,
                    asked.name() == null ? team.name() : asked.name(),
                    asked.categories().isEmpty() ? team.categories() : asked.categories(),
                    asked.organisation() == null ? team.organisation() : asked.organisation());
        });
    }

    TeamView cover(UUID id, List<String> areas) {
        return move(TeamAction.COVER, id, team -> team.cover(known(areas)));
    }

    TeamView offerSlots(UUID id, List<WeeklySlot> slots) {
        return move(TeamAction.OFFER_SLOTS, id, team -> team.offerSlots(slots));
    }

    TeamView suspend(UUID id, String reason) {
        return move(TeamAction.SUSPEND, id, team -> team.suspend(reason));
    }

    TeamView resume(UUID id) {
        return move(TeamAction.RESUME, id, Team::resume);
    }

    /** Ends the team, all memberships in it and what they gave. */
    TeamView dissolve(UUID id, String reason) {
        return move(TeamAction.DISSOLVE, id, team -> {
            // Whoever is just being taken in commits first, or finds the team gone.
            session.lock(team, LockModeType.PESSIMISTIC_WRITE);
            team.dissolve(reason);
            rows.withGrants(id).forEach(member -> membership.end(member, user.actor()));
            session.flush();
            rows.endMemberships(id, user.account(), clock.instant());
            news.fire(new TeamDissolved(id));
        });
    }

    private TeamView move(TeamAction action, UUID id, Consumer<Team> verb) {
        var team = teams.load(id).orElseThrow(HttpProblem.NOT_FOUND::because);
        ifMatch.check(team.version());
        action.check(team.state(), TeamAction.roles(team, user.scope()));
        verb.accept(team);
        team.changed(user.account(), clock.instant());
        return view(team);
    }

    private void offer(Team team, String name, Collection<String> categories, @Nullable UUID organisation) {
        for (String category : categories) {
            if (!catalogue.isCategory(category)) {
                throw VolunteersProblem.CATEGORY_UNKNOWN.because(category);
            }
        }
        if (organisation != null && !organisations.isIn(team.center(), organisation)) {
            throw VolunteersProblem.ORGANISATION_UNKNOWN.because(organisation);
        }
        team.offer(name, categories, organisation);
    }

    private Collection<String> known(Collection<String> areas) {
        areas.forEach(sites::get);
        return areas;
    }

    private void checkName(String center, String name) {
        if (rows.isNamed(center, name)) {
            throw VolunteersProblem.TEAM_NAME_TAKEN.because(name);
        }
    }

    private TeamView view(Team team) {
        session.flush();
        return TeamView.of(team, TeamAction.roles(team, user.scope()));
    }
}
