package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.identity.Grants;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.hibernate.Session;

/**
 * Who is an expert of which team: a member with at least one verified certificate that is valid today. The one writer of
 * {@code team_expertise} and of the grants that follow from it.
 */
@ApplicationScoped
class Experts {

    private static final String FORGET =
            "delete from team_expertise where center in :centers and account_id = :account";

    private static final String COPY = """
            insert into team_expertise (center, team_id, kind, account_id, certificate_id, valid_from, valid_until)
            select m.center, m.team_id, c.kind, m.account_id, c.id, c.valid_from, c.valid_until
            from team_member m join certificate c on c.volunteer_id = m.account_id
            where m.center in :centers and m.account_id = :account and m.state = 'APPROVED'
            and c.center = :home and c.state = 'VERIFIED' and c.kind <> :insurance""";

    private static final String EXPERT_IN = """
            select distinct team_id from team_expertise where center in :centers and account_id = :account
            and valid_from <= :today and (valid_until is null or valid_until >= :today)""";

    private static final String MEMBERSHIPS =
            "from Member m where m.center in :centers and m.accountId = :account and m.state = APPROVED";

    private final Session session;
    private final Volunteers volunteers;
    private final Grants grants;

    Experts(Session session, Volunteers volunteers, Grants grants) {
        this.session = session;
        this.volunteers = volunteers;
        this.grants = grants;
    }

    /**
     * Works out anew what this person is an expert of, after a membership or certificate has changed or its day has come.
     * Waits for another transaction that does so for the same person, so that neither misses what the other changed.
     */
    void review(UUID account, Actor by) {
        var centers = volunteers.lock(account);
        if (centers.isEmpty()) {
            return;
        }
        copy(account, centers);
        var expertIn = expertIn(account, centers, volunteers.today(Ids.centerOf(account)));
        for (Member member : memberships(account, centers)) {
            boolean isOne = expertIn.contains(member.team());
            if (isOne && !member.isExpert()) {
                grants.grant(account, Role.EXPERT, member.team().toString(), by);
            } else if (!isOne && member.isExpert()) {
                grants.revoke(account, Role.EXPERT, member.team().toString(), by);
            }
            member.expert(isOne);
        }
        session.flush();
    }

    private void copy(UUID account, List<String> centers) {
        session.createNativeMutationQuery(FORGET)
                .setParameter("centers", centers)
                .setParameter("account", account)
                .executeUpdate();
        session.createNativeMutationQuery(COPY)
                .setParameter("centers", centers)
                .setParameter("account", account)
                .setParameter("home", Ids.centerOf(account))
                .setParameter("insurance", Certificate.INSURANCE)
                .executeUpdate();
    }

    private Set<UUID> expertIn(UUID account, List<String> centers, LocalDate today) {
        return Set.copyOf(session.createNativeQuery(EXPERT_IN, UUID.class)
                .setParameter("centers", centers)
                .setParameter("account", account)
                .setParameter("today", today)
                .getResultList());
    }

    private List<Member> memberships(UUID account, List<String> centers) {
        return session.createQuery(MEMBERSHIPS, Member.class)
                .setParameter("centers", centers)
                .setParameter("account", account)
                .getResultList();
    }
}
