package org.diandan.identity;

import static org.diandan.identity.IdentityProblem.INVITATION_OVER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Subject;
import org.diandan.gateways.SmsGateway;
import org.diandan.http.Cursor;
import org.diandan.http.HttpProblem;
import org.diandan.keys.Keys;
import org.diandan.keys.SealedColumn;
import org.diandan.outbox.Outbox;
import org.diandan.outbox.OutboxEvent;
import org.diandan.outbox.Subscriber;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Scope;
import org.diandan.shared.Scope.Grant;
import org.diandan.shared.Texts;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Staff who are asked to come. An invitation lives in the home Center of whoever sent it; the code in the message begins
 * with that, so that it is found, and of the code the hash alone is kept.
 */
@ApplicationScoped
@Transactional
class Invitations implements Subscriber {

    private static final String SENT = "identity.invitation-sent";
    private static final String COLUMNS = "select id, name, phone, role, scope, expires_at, accepted_at, withdrawn_at,"
            + " account, invited_by from invitation where center = :center";

    /** Without those that are mistaken for one another. */
    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 14;
    private static final int COUNTY = 6;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final UUID LAST = new UUID(-1, -1);

    private final Session session;
    private final Granting granting;
    private final Accounts accounts;
    private final Grants grants;
    private final Audit audit;
    private final Outbox outbox;
    private final Keys keys;
    private final SmsGateway sms;
    private final IdentityConfig config;
    private final Ids ids;
    private final RandomGenerator random;
    private final Clock clock;

    Invitations(
            Session session,
            Granting granting,
            Accounts accounts,
            Grants grants,
            Audit audit,
            Outbox outbox,
            Keys keys,
            SmsGateway sms,
            IdentityConfig config,
            Ids ids,
            RandomGenerator random,
            Clock clock) {
        this.session = session;
        this.granting = granting;
        this.accounts = accounts;
        this.grants = grants;
        this.audit = audit;
        this.outbox = outbox;
        this.keys = keys;
        this.sms = sms;
        this.config = config;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    InvitationView send(Invite request, CurrentUser user) {
        Grant grant = request.grant();
        granting.checkMayGrant(user.scope(), grant);
        String center = Ids.centerOf(user.account());
        forgetOld(user.account());
        UUID id = ids.of(center);
        String code = center + "-" + secret();
        session.createNativeMutationQuery(
                        "insert into invitation (center, id, code_hash, name, phone, role, scope,"
                                + " invited_by, expires_at) values (:center, :id, :hash, :name, :phone, :role, :scope, :by, :end)")
                .setParameter("center", center)
                .setParameter("id", id)
                .setParameter("hash", Tokens.sha256(code))
                .setParameter("name", request.name().strip())
                .setParameter("phone", keys.seal(SealedColumn.INVITATION_PHONE, request.phone()))
                .setParameter("role", grant.role().name())
                .setParameter("scope", grant.scope())
                .setParameter("by", user.account())
                .setParameter("end", clock.instant().plus(config.invitation()))
                .executeUpdate();
        outbox.write(center, SENT, id, Map.of("code", keys.sealText(SealedColumn.MESSAGE, code)));
        String site = grant.scope();
        String detail = (grant.role().name() + " " + site).strip();
        audit.decided(Decision.INVITED, user.actor(), site, Subject.of(Subject.Kind.INVITATION, id), detail);
        return get(id).view(clock.instant());
    }

    /** Nobody needs the name and phone of somebody who never came; what became of the others stands in the audit. */
    private void forgetOld(UUID sender) {
        session.createNativeMutationQuery(
                        "delete from invitation where center = :center and invited_by = :by" + " and expires_at < :old")
                .setParameter("center", Ids.centerOf(sender))
                .setParameter("by", sender)
                .setParameter("old", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    List<InvitationView> sentBy(UUID sender, Cursor after, int limit) {
        Instant now = clock.instant();
        return session.createNativeQuery(
                        COLUMNS + " and invited_by = :by and id < :before order by id desc limit :most", Object[].class)
                .setParameter("center", Ids.centerOf(sender))
                .setParameter("by", sender)
                .setParameter("before", after.isStart() ? LAST : after.uuid(0))
                .setParameter("most", limit + 1)
                .getResultStream()
                .map(row -> read(row).view(now))
                .toList();
    }

    InvitationView withdraw(UUID id, CurrentUser user) {
        Invitation found = get(id);
        if (!found.by().equals(user.account())) {
            throw HttpProblem.NOT_FOUND.because();
        }
        int withdrawn = session.createNativeMutationQuery("update invitation set withdrawn_at = :now"
                        + " where center = :center and id = :id and accepted_at is null and withdrawn_at is null")
                .setParameter("now", clock.instant())
                .setParameter("center", Ids.centerOf(id))
                .setParameter("id", id)
                .executeUpdate();
        if (withdrawn == 0) {
            throw INVITATION_OVER.because();
        }
        return get(id).view(clock.instant());
    }

    /** Somebody whose phone the sign-in has shown; else an invitation sent to another phone would be theirs. */
    Invitation openTo(String code, @Nullable String phone) {
        Invitation found = byCode(code);
        boolean theirs = phone == null || phone.equals(found.phone());
        if (!theirs || found.state(clock.instant()) != InvitationState.OPEN) {
            throw INVITATION_OVER.because();
        }
        return found;
    }

    /** The account that somebody who was invited gets, having none. */
    UUID register(Invitation invitation, @Nullable String phone) {
        return accounts.register(
                new NewAccount(Granting.homeOf(invitation.grant()), invitation.name(), phone, null, null));
    }

    /**
     * Grants what was offered, if whoever offered it could still grant it; of two who accept at once one is refused.
     */
    void accept(Invitation invitation, UUID account) {
        var sender = new Scope(invitation.by(), grants.of(invitation.by()));
        boolean stillMay = accounts.isActive(invitation.by()) && GrantRule.allows(sender, invitation.grant());
        int accepted = !stillMay || invitation.by().equals(account)
                ? 0
                : session.createNativeMutationQuery(
                                "update invitation set accepted_at = :now, account = :account where center = :center"
                                        + " and id = :id and accepted_at is null and withdrawn_at is null")
                        .setParameter("now", clock.instant())
                        .setParameter("account", account)
                        .setParameter("center", Ids.centerOf(invitation.id()))
                        .setParameter("id", invitation.id())
                        .executeUpdate();
        if (accepted == 0) {
            throw INVITATION_OVER.because();
        }
        Grant grant = invitation.grant();
        grants.grant(account, grant.role(), grant.scope(), Actor.of(invitation.by()));
    }

    @Override
    public String name() {
        return "invitations";
    }

    @Override
    public boolean wants(String type) {
        return type.equals(SENT);
    }

    @Override
    public void receive(OutboxEvent event) {
        Invitation invitation = get(event.subject());
        if (invitation.state(clock.instant()) == InvitationState.OPEN) {
            String code = keys.openText(
                    SealedColumn.MESSAGE, event.data().path("code").asText());
            sms.send(invitation.phone(), Texts.of(Invitations.class, "sms.invitation", Texts.DEFAULT, code));
        }
    }

    private Invitation get(UUID id) {
        return one(" and id = :key", Ids.centerOf(id), id);
    }

    private Invitation byCode(String code) {
        if (!code.matches("[0-9]{6}-[a-z0-9]{14}")) {
            throw INVITATION_OVER.because();
        }
        return one(" and code_hash = :key", code.substring(0, COUNTY), Tokens.sha256(code));
    }

    private Invitation one(String condition, String center, Object key) {
        return session.createNativeQuery(COLUMNS + condition, Object[].class)
                .setParameter("center", center)
                .setParameter("key", key)
                .uniqueResultOptional()
                .map(this::read)
                .orElseThrow(key instanceof UUID ? HttpProblem.NOT_FOUND::because : INVITATION_OVER::because);
    }

    private Invitation read(Object[] row) {
        return Invitation.of(row, keys.open(SealedColumn.INVITATION_PHONE, (byte[]) row[2]));
    }

    private String secret() {
        var secret = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            secret.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return secret.toString();
    }
}
