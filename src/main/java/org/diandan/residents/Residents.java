package org.diandan.residents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.keys.Keys;
import org.diandan.keys.SealedColumn;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The people served, for the rooms above. Nothing here asks who is looking: that is for the caller of these methods. All
 * methods join the caller's transaction.
 */
@ApplicationScoped
@Transactional
public class Residents {

    private final Session session;
    private final Register register;
    private final Consents consents;
    private final Proxies proxies;
    private final Keys keys;

    Residents(Session session, Register register, Consents consents, Proxies proxies, Keys keys) {
        this.session = session;
        this.register = register;
        this.consents = consents;
        this.proxies = proxies;
        this.keys = keys;
    }

    /**
     * The record of an account's own person, in the account's home Center; made when first needed. Somebody whom a clerk
     * entered before with the same phone and name is found again.
     */
    public UUID ofAccount(UUID account) {
        return register.ofAccount(account);
    }

    /**
     * Enters somebody without an account. Who has the same phone and name in the same Center is the same person; the
     * newer address holds, and the village if none was known yet.
     *
     * @param by the clerk or dispatcher, of whom the caller knows that the site is theirs
     * @throws org.diandan.shared.Refused if circumstances come without consent
     */
    public UUID enter(NewResident entered, Actor by) {
        UUID resident =
                register.enter(entered.site(), null, new Contact(entered.name(), entered.phone(), entered.address()));
        entered.consents().forEach(consent -> consents.give(resident, consent, by));
        if (!entered.circumstances().isEmpty()) {
            consents.add(resident, entered.circumstances());
        }
        return resident;
    }

    /**
     * Where a resident belongs.
     *
     * @throws IllegalArgumentException if there is none: the id comes from another room's row, so that is a fault of ours
     */
    public ResidentFacts facts(UUID resident) {
        return find(resident).orElseThrow(() -> new IllegalArgumentException("No resident " + resident));
    }

    /** Where a resident belongs; none for an id that is nobody's. */
    public Optional<ResidentFacts> find(UUID resident) {
        return record(resident).map(found -> new ResidentFacts(found.id(), found.account(), found.site()));
    }

    /**
     * Enters the same person at a site of another Center, because an order of theirs goes there. The contact goes with
     * it under the consent to the service, and so does the person's account; circumstances stay where consent to them
     * was given.
     */
    public UUID copyTo(String site, UUID resident, Actor by) {
        UUID copy = register.enter(site, facts(resident).account(), contact(resident));
        if (hasConsented(resident, ConsentPurpose.SERVICE)) {
            int version = ConsentPurpose.SERVICE.version();
            consents.give(copy, new Consent(ConsentBy.PROXY, version, ConsentPurpose.SERVICE), by);
        }
        return copy;
    }

    /** A resident's name, phone and address in full. */
    public Contact contact(UUID resident) {
        return record(resident)
                .map(found -> new Contact(found.name(), found.phone(), found.address()))
                .orElseThrow(() -> new IllegalArgumentException("No resident " + resident));
    }

    /** The names, phones and addresses of several residents, read with one statement. */
    public Map<UUID, Contact> contacts(Collection<UUID> residents) {
        if (residents.isEmpty()) {
            return Map.of();
        }
        // As arrays, so that the statement is the same for every number of them.
        return session
                .createNativeQuery(
                        "select id, name, phone, address from resident"
                                + " where center = any(:centers) and id = any(:residents)",
                        Object[].class)
                .addSynchronizedEntityClass(Resident.class)
                .addScalar("id", UUID.class)
                .addScalar("name", String.class)
                .addScalar("phone", byte[].class)
                .addScalar("address", byte[].class)
                .setParameter(
                        "centers",
                        residents.stream().map(Ids::centerOf).distinct().toArray(String[]::new))
                .setParameter("residents", residents.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0],
                        row -> new Contact(
                                (String) row[1],
                                opened(SealedColumn.RESIDENT_PHONE, row[2]),
                                opened(SealedColumn.RESIDENT_ADDRESS, row[3]))));
    }

    /** A resident's circumstances; none without a valid consent. */
    public Set<Circumstance> circumstances(UUID resident) {
        return consents.circumstances(resident);
    }

    /** The circumstances of residents of a center, by resident; one who has none, or has not consented, is absent. */
    public Map<UUID, Set<Circumstance>> circumstances(String center, Collection<UUID> several) {
        return consents.circumstances(center, several);
    }

    /** Records a consent; the same one again changes nothing. */
    public void consent(UUID resident, Consent consent, Actor by) {
        consents.give(resident, consent, by);
    }

    /** Tells whether a consent for this purpose is valid. */
    public boolean hasConsented(UUID resident, ConsentPurpose purpose) {
        return consents.isGiven(resident, purpose);
    }

    /** The accounts that may act for a resident at this moment, without the resident's own. */
    public Set<UUID> proxies(UUID resident) {
        return proxies.of(resident);
    }

    /**
     * Records that a resident allows an account to act for them.
     *
     * @param consentBy how the resident said so
     * @param by who heard it; the resident's own account if they said it here
     * @throws org.diandan.shared.Refused if the account is a proxy already
     */
    public void allowProxy(UUID resident, UUID account, Relation relation, ConsentBy consentBy, Actor by) {
        proxies.allow(resident, account, relation, consentBy, by);
    }

    /** Tells whether the account is the resident's own or a proxy's. */
    public boolean mayActFor(UUID account, UUID resident) {
        return account.equals(facts(resident).account()) || proxies.of(resident).contains(account);
    }

    /** The whole row, since who asks where somebody belongs soon asks how they are reached: in one transaction once. */
    private Optional<Resident> record(UUID resident) {
        return Optional.ofNullable(session.find(Resident.class, ResidentKey.of(resident)));
    }

    private @Nullable String opened(SealedColumn column, @Nullable Object sealed) {
        return sealed == null ? null : keys.open(column, (byte[]) sealed);
    }
}
