package org.diandan.residents;

import static org.diandan.residents.ResidentsProblem.INVITATION_NOT_VALID;
import static org.diandan.residents.ResidentsProblem.OWN_PROXY;
import static org.diandan.residents.ResidentsProblem.PROXY_KNOWN;
import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Opening;
import org.diandan.shared.Wall;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** Who may act for whom. Joins the caller's transaction. No entity has a row in these tables. */
@ApplicationScoped
class Proxies {

    private static final Duration INVITED_FOR = Duration.ofDays(7);

    /** Thirty-two that are not mistaken for one another: eight of them are 40 bits. */
    private static final String CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int INVITATION_LENGTH = 8;
    private static final int CENTER_LENGTH = 6;

    private final Session session;
    private final Event<ProxyAllowed> allowed;
    private final Event<ProxyRevoked> revoked;
    private final Ids ids;
    private final RandomGenerator random;
    private final Clock clock;
    private final Wall wall;

    Proxies(
            Session session,
            Event<ProxyAllowed> allowed,
            Event<ProxyRevoked> revoked,
            Ids ids,
            RandomGenerator random,
            Clock clock,
            Wall wall) {
        this.wall = wall;
        this.session = session;
        this.allowed = allowed;
        this.revoked = revoked;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** A proxy or an invitation on record. */
    record Kept(
            UUID id,
            @Nullable UUID account,
            Relation relation,
            @Nullable String invitation,
            @Nullable Instant invitedUntil,
            ConsentBy consent,
            Instant allowedAt) {

        static Kept of(Object[] row, String[] names) {
            return new Kept(
                    (UUID) row[0],
                    (UUID) row[1],
                    Relation.valueOf((String) row[2]),
                    (String) row[3],
                    (Instant) row[4],
                    ConsentBy.valueOf((String) row[5]),
                    (Instant) row[6]);
        }
    }

    /** The accounts that may act for a resident at this moment. */
    Set<UUID> of(UUID resident) {
        return session
                .createNativeQuery(
                        "select account from resident_proxy where center = :center and resident = :resident"
                                + " and ended_at is null and account is not null",
                        UUID.class)
                .addScalar("account", UUID.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .getResultList()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those who may act for a resident, and the invitations that are still good. */
    List<Kept> kept(UUID resident) {
        return session.createNativeQuery(
                        "select id, account, relation, invitation, invited_until, consent_by, allowed_at"
                                + " from resident_proxy where center = :center and resident = :resident"
                                + " and ended_at is null and (account is not null or invited_until > :now)"
                                + " order by allowed_at, id",
                        Object[].class)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .setParameter("now", clock.instant())
                .setTupleTransformer(Kept::of)
                .getResultList();
    }

    Optional<Kept> find(UUID resident, UUID proxy) {
        return kept(resident).stream().filter(kept -> kept.id().equals(proxy)).findFirst();
    }

    /** The residents whom an account acts for. */
    List<UUID> representedBy(UUID account) {
        return session.createNativeQuery(
                        "select resident from represented where center = :center and account = :account"
                                + " order by resident",
                        UUID.class)
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .getResultList();
    }

    /** Records that a resident allows an account to act, as told to {@code by}. */
    UUID allow(UUID resident, UUID account, Relation relation, ConsentBy consent, Actor by) {
        if (of(resident).contains(account)) {
            throw PROXY_KNOWN.because();
        }
        UUID id = insert(resident, account, relation, null, consent, by);
        represent(resident, account);
        return id;
    }

    /** Makes an invitation, good for a week, for whoever the resident passes it on to. */
    UUID invite(UUID resident, Relation relation, Actor by) {
        var invitation = new StringBuilder(Ids.centerOf(resident)).append('-');
        for (int i = 0; i < INVITATION_LENGTH; i++) {
            invitation.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return insert(resident, null, relation, invitation.toString(), ConsentBy.SELF, by);
    }

    /** Takes up an invitation; answers the resident. Of two who try at once one is refused. */
    UUID accept(String invitation, Actor by) {
        UUID account = Objects.requireNonNull(by.account());
        String code = invitation.strip().toUpperCase(Locale.ROOT);
        if (code.length() != CENTER_LENGTH + 1 + INVITATION_LENGTH) {
            throw INVITATION_NOT_VALID.because();
        }
        wall.open(Opening.INVITATION, code.substring(0, CENTER_LENGTH));
        UUID resident = session.createNativeQuery(
                        "update resident_proxy set account = :account, invitation = null, invited_until = null"
                                + " where center = :center and invitation = :code and ended_at is null"
                                + " and invited_until > :now"
                                + " and not exists (select 1 from resident_proxy known where known.center = :center"
                                + " and known.resident = resident_proxy.resident and known.account = :account"
                                + " and known.ended_at is null)"
                                + " returning resident",
                        UUID.class)
                .setParameter("account", account)
                .setParameter("center", code.substring(0, CENTER_LENGTH))
                .setParameter("code", code)
                .setParameter("now", clock.instant())
                .uniqueResultOptional()
                .orElseThrow(INVITATION_NOT_VALID::because);
        @Nullable Resident self = session.find(Resident.class, ResidentKey.of(resident));
        if (self != null && self.isOf(account)) {
            throw OWN_PROXY.because();
        }
        represent(resident, account);
        return resident;
    }

    /** Ends it, from this moment. */
    void end(UUID resident, Kept proxy, Actor by) {
        at("update resident_proxy set ended_at = :now, ended_by = :by where center = :center and id = :id", resident)
                .setParameter("now", clock.instant())
                .setParameter("by", by.account(), UUID.class)
                .setParameter("id", proxy.id())
                .executeUpdate();
        @Nullable UUID account = proxy.account();
        if (account != null) {
            session.createNativeMutationQuery("delete from represented where center = :center"
                            + " and account = :account and resident = :resident")
                    .setParameter("center", Ids.centerOf(account))
                    .setParameter("account", account)
                    .setParameter("resident", resident)
                    .executeUpdate();
            revoked.fire(new ProxyRevoked(resident, account));
        }
    }

    private UUID insert(
            UUID resident,
            @Nullable UUID account,
            Relation relation,
            @Nullable String invitation,
            ConsentBy consent,
            Actor by) {
        UUID id = ids.of(Ids.centerOf(resident));
        Instant now = clock.instant();
        at(
                        "insert into resident_proxy (center, id, resident, account, relation, invitation, invited_until,"
                                + " consent_by, allowed_by, allowed_at) values (:center, :id, :resident, :account, :relation,"
                                + " :invitation, :until, :consent, :by, :now)",
                        resident)
                .setParameter("id", id)
                .setParameter("resident", resident)
                .setParameter("account", account, UUID.class)
                .setParameter("relation", relation.name())
                .setParameter("invitation", invitation, String.class)
                .setParameter("until", invitation == null ? null : now.plus(INVITED_FOR), Instant.class)
                .setParameter("consent", consent.name())
                .setParameter("by", by.account(), UUID.class)
                .setParameter("now", now)
                .executeUpdate();
        return id;
    }

    private void represent(UUID resident, UUID account) {
        wall.welcome(account, Ids.centerOf(resident));
        session.createNativeMutationQuery("insert into represented (center, account, resident)"
                        + " values (:center, :account, :resident) on conflict do nothing")
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .setParameter("resident", resident)
                .executeUpdate();
        allowed.fire(new ProxyAllowed(resident, account));
    }

    private MutationQuery at(String sql, UUID resident) {
        return session.createNativeMutationQuery(sql).setParameter("center", Ids.centerOf(resident));
    }
}
