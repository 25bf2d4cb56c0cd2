package org.diandan.residents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.diandan.identity.AccountRenamed;
import org.diandan.identity.Accounts;
import org.diandan.keys.Keys;
import org.diandan.keys.MarkedColumn;
import org.diandan.keys.SealedColumn;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Sees to it that one person has one record in a Center. Joins the caller's transaction. */
@ApplicationScoped
class Register {

    private final Session session;
    private final Accounts accounts;
    private final Keys keys;
    private final Ids ids;
    private final Clock clock;

    Register(Session session, Accounts accounts, Keys keys, Ids ids, Clock clock) {
        this.session = session;
        this.accounts = accounts;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /** The record of an account's own person in the home Center; that of a clerk's hand, else a new one. */
    UUID ofAccount(UUID account) {
        String center = Ids.centerOf(account);
        return recordOf(account, center).orElseGet(() -> {
            var contact = accounts.contact(account).orElseThrow();
            return enter(center, account, new Contact(contact.name(), contact.phone(), null));
        });
    }

    /**
     * Enters a person, who may be there already: by account, else by phone and name.
     *
     * @param site where they live; the Center's code if nobody has said
     */
    UUID enter(String site, @Nullable UUID account, Contact contact) {
        String center = Area.centerOf(site);
        return Optional.ofNullable(account)
                .flatMap(known -> recordOf(known, center))
                .or(() -> knownBefore(site, account, contact))
                .or(() -> insert(site, account, contact))
                // somebody entered the same person at the same moment
                .or(() -> knownBefore(site, account, contact))
                .orElseThrow();
    }

    /** Who said what they are called is called so in their own record, unless that names them otherwise already. */
    void rename(@Observes AccountRenamed news) {
        session.createNativeMutationQuery("update resident r set name = :after, version = version + 1"
                        + " where center = :center and account = :account and name = :before"
                        + " and not exists (select 1 from resident o where o.center = r.center"
                        + " and o.phone_mark = r.phone_mark and o.name = :after)")
                .setParameter("center", Ids.centerOf(news.account()))
                .setParameter("account", news.account())
                .setParameter("before", news.before())
                .setParameter("after", news.after())
                .executeUpdate();
    }

    private Optional<UUID> recordOf(UUID account, String center) {
        return session.createQuery("from Resident where center = :center and account = :account", Resident.class)
                .setParameter("center", center)
                .setParameter("account", account)
                .uniqueResultOptional()
                .map(Resident::id);
    }

    /** Another account's record is another person's; a site says more than the Center's code, a new address holds. */
    private Optional<UUID> knownBefore(String site, @Nullable UUID account, Contact contact) {
        return session.createNativeQuery(
                        "update resident set address = coalesce(:address, address), version = version + 1,"
                                + " site = case when site = center then :site else site end,"
                                + " account = coalesce(account, :account)"
                                + " where center = :center and phone_mark = :mark and name = :name"
                                + " and (account is null or :account is null or account = :account) returning id",
                        UUID.class)
                .setParameter("address", sealed(SealedColumn.RESIDENT_ADDRESS, contact.address()), byte[].class)
                .setParameter("site", site)
                .setParameter("account", account, UUID.class)
                .setParameter("center", Area.centerOf(site))
                .setParameter("mark", mark(contact), byte[].class)
                .setParameter("name", contact.name())
                .uniqueResultOptional();
    }

    private Optional<UUID> insert(String site, @Nullable UUID account, Contact contact) {
        UUID id = ids.of(Area.centerOf(site));
        int inserted = session.createNativeMutationQuery(
                        "insert into resident (center, id, account, site, name, phone, phone_mark, address,"
                                + " created_at, version)"
                                + " values (:center, :id, :account, :site, :name, :phone, :mark, :address, :now, 0)"
                                + " on conflict do nothing")
                .setParameter("center", Area.centerOf(site))
                .setParameter("id", id)
                .setParameter("account", account, UUID.class)
                .setParameter("site", site)
                .setParameter("name", contact.name())
                .setParameter("phone", sealed(SealedColumn.RESIDENT_PHONE, contact.phone()), byte[].class)
                .setParameter("mark", mark(contact), byte[].class)
                .setParameter("address", sealed(SealedColumn.RESIDENT_ADDRESS, contact.address()), byte[].class)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return inserted == 1 ? Optional.of(id) : Optional.empty();
    }

    private byte @Nullable [] sealed(SealedColumn column, @Nullable String text) {
        return text == null ? null : keys.seal(column, text);
    }

    private byte @Nullable [] mark(Contact contact) {
        return contact.phone() == null ? null : keys.mark(MarkedColumn.RESIDENT_PHONE, contact.phone());
    }
}
