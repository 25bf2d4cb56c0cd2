package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Subject;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.identity.CurrentUser;
import org.diandan.identity.Grants;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Opening;
import org.diandan.shared.Role;
import org.diandan.shared.Wall;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Joining a team and leaving it, and the grants that come and go with it. */
@ApplicationScoped
@Transactional
class Membership {

    private final Session session;
    private final Teams teams;
    private final TeamRows rows;
    private final Volunteers volunteers;
    private final Experts experts;
    private final Grants grants;
    private final CurrentUser user;
    private final Audit audit;
    private final IfMatch ifMatch;
    private final Event<MemberLeft> news;
    private final Clock clock;
    private final Wall wall;

    Membership(
            Session session,
            Teams teams,
            TeamRows rows,
            Volunteers volunteers,
            Experts experts,
            Grants grants,
            CurrentUser user,
            Audit audit,
            IfMatch ifMatch,
            Event<MemberLeft> news,
            Clock clock,
            Wall wall) {
        this.wall = wall;
        this.session = session;
        this.teams = teams;
        this.rows = rows;
        this.volunteers = volunteers;
        this.experts = experts;
        this.grants = grants;
        this.user = user;
        this.audit = audit;
        this.ifMatch = ifMatch;
        this.news = news;
        this.clock = clock;
    }

    MemberView join(UUID teamId) {
        wall.open(Opening.JOINING, Ids.centerOf(teamId));
        var team = stable(teamId);
        TeamAction.JOIN.check(team.state(), TeamAction.roles(team, user.scope()));
        var volunteer = volunteers.load(user.account()).orElseThrow(VolunteersProblem.NOT_A_VOLUNTEER::because);
        volunteer.helpsIn(team.center());
        wall.welcome(volunteer.id(), team.center());
        var known = teams.member(teamId, user.account());
        known.ifPresent(member -> member.askAgain(clock.instant()));
        return view(known.orElseGet(() -> asking(teamId)), team);
    }

    /** Who is in the team in one state, for those who run it, its experts and those who look after its area. */
    List<MemberLine> members(UUID teamId, MemberState state, UUID after, int limit) {
        var team = teams.load(teamId).orElseThrow(HttpProblem.NOT_FOUND::because);
        var scope = user.scope();
        if (!scope.isIn(teamId, Role.LEADER, Role.EXPERT) && !scope.covers(team.site(), Role.CLERK, Role.DISPATCHER)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return rows.memberLines(teamId, state, after, limit);
    }

    MemberView see(UUID teamId, UUID account) {
        var team = teams.load(teamId).orElseThrow(HttpProblem.NOT_FOUND::because);
        return view(visible(team, account), team);
    }

    MemberView approve(UUID teamId, UUID account) {
        var team = stable(teamId);
        var member = checked(MemberAction.APPROVE, team, account);
        member.approve(user.actor(), clock.instant());
        experts.review(account, user.actor());
        return view(member, team);
    }

    MemberView refuse(UUID teamId, UUID account, RefuseMember refusal) {
        var team = stable(teamId);
        var member = checked(MemberAction.REFUSE, team, account);
        member.refuse(refusal.refusal(), refusal.reason(), user.actor(), clock.instant());
        var person = Subject.of(Subject.Kind.VOLUNTEER, account);
        audit.decided(Decision.REFUSED, user.actor(), team.site(), person, teamId.toString());
        return view(member, team);
    }

    /** The member goes, or is sent away by a leader or dispatcher, who says why. */
    MemberView leave(UUID teamId, UUID account, @Nullable String reason) {
        var team = stable(teamId);
        boolean own = user.actor().is(account);
        var member = checked(own ? MemberAction.LEAVE : MemberAction.DISMISS, team, account);
        if (!own && (reason == null || reason.isBlank())) {
            throw VolunteersProblem.REASON_NEEDED.because();
        }
        boolean wasMember = member.isApproved();
        end(member, user.actor());
        member.leave(reason, user.actor(), clock.instant());
        experts.review(account, user.actor());
        if (wasMember) {
            news.fire(new MemberLeft(teamId, account));
        }
        return view(member, team);
    }

    /** Somebody who is to be forgotten goes from all teams, and takes back what they asked of others. */
    void leaveAll(UUID account, Collection<String> centers, Actor by) {
        for (Member member : teams.of(account, centers)) {
            boolean wasMember = member.isApproved();
            end(member, by);
            member.leave(null, by, clock.instant());
            if (wasMember) {
                news.fire(new MemberLeft(member.team(), account));
            }
        }
        experts.review(account, by);
    }

    MemberView makeLeader(UUID teamId, UUID account) {
        var team = stable(teamId);
        var member = checked(MemberAction.MAKE_LEADER, team, account);
        member.makeLeader();
        grants.grant(account, Role.LEADER, teamId.toString(), user.actor());
        return view(member, team);
    }

    MemberView endLeading(UUID teamId, UUID account) {
        var team = stable(teamId);
        var member = checked(MemberAction.END_LEADING, team, account);
        member.endLeading();
        grants.revoke(account, Role.LEADER, teamId.toString(), user.actor());
        return view(member, team);
    }

    /** Takes away what the membership gave; the person stays whatever else they are. */
    void end(Member member, Actor by) {
        if (member.isLeader()) {
            grants.revoke(member.account(), Role.LEADER, member.team().toString(), by);
        }
        if (member.isExpert()) {
            grants.revoke(member.account(), Role.EXPERT, member.team().toString(), by);
        }
    }

    /** The team, which nobody dissolves until the transaction ends. */
    private Team stable(UUID teamId) {
        @Nullable Team team = session.find(Team.class, Key.of(teamId), LockModeType.PESSIMISTIC_READ);
        if (team == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return team;
    }

    private Member asking(UUID teamId) {
        var member = new Member(teamId, user.account(), clock.instant());
        session.persist(member);
        return member;
    }

    private Member checked(MemberAction action, Team team, UUID account) {
        var member = visible(team, account);
        ifMatch.check(member.version());
        action.check(member.state(), roles(team, account));
        return member;
    }

    private Member visible(Team team, UUID account) {
        if (roles(team, account).isEmpty()) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return teams.member(team.id(), account).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    /** The caller's roles towards a member, with {@code VOLUNTEER} for the member himself alone. */
    private Set<Role> roles(Team team, UUID account) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(TeamAction.roles(team, user.scope()));
        roles.remove(Role.VOLUNTEER);
        roles.remove(Role.AUDITOR);
        if (user.actor().is(account)) {
            roles.add(Role.VOLUNTEER);
        }
        return roles;
    }

    private MemberView view(Member member, Team team) {
        session.flush();
        var name = volunteers.names(Set.of(member.account())).getOrDefault(member.account(), "");
        return MemberView.of(member, name, member.actions(roles(team, member.account())));
    }
}
