package org.diandan.residents;

import static org.diandan.rights.PersonalTable.Tie.HOME;
import static org.diandan.rights.PersonalTable.Tie.SERVED;
import static org.diandan.rights.PersonalTable.handedOut;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.rights.Expiry;
import org.diandan.rights.Individual;
import org.diandan.rights.Naming;
import org.diandan.rights.Period;
import org.diandan.rights.PersonalRecords;
import org.diandan.rights.PersonalTable;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.hibernate.Session;

/** What is kept of those who are served, and of those who act for them. */
@ApplicationScoped
class ResidentRecords implements PersonalRecords, Naming {

    private static final String OF_RESIDENT = "resident = :person";

    private final Session session;
    private final Forgetting forgetting;

    ResidentRecords(Session session, Forgetting forgetting) {
        this.session = session;
        this.forgetting = forgetting;
    }

    @Override
    public Individual meet(Individual person) {
        return person.account() == null
                ? person
                : person.and(
                        session.createQuery(
                                        "select id from Resident where center in :centers and account = :account",
                                        UUID.class)
                                .setParameter("centers", person.centers())
                                .setParameter("account", person.account())
                                .getResultList(),
                        Set.of());
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(Expiry.of(Period.INVITATIONS, "resident_proxy", "account is null and invited_until < :before"));
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                handedOut("resident", "resident", SERVED, "id = :person")
                        .giving("id", "site", "name", "phone", "address", "created_at")
                        .naming("account")
                        .emptying("account", "name", "phone", "phone_mark", "address"),
                handedOut("circumstances", "resident_circumstance", SERVED, OF_RESIDENT)
                        .by("circumstance")
                        .giving("circumstance")
                        .removing(),
                handedOut("consents", "resident_consent", SERVED, OF_RESIDENT)
                        .giving("purpose", "version", "given_by", "given_at", "ended_at")
                        .naming("taken_by", "ended_by"),
                handedOut("proxies", "resident_proxy", SERVED, OF_RESIDENT)
                        .giving("relation", "invited_until", "consent_by", "allowed_at", "ended_at")
                        .naming("account", "allowed_by", "ended_by")
                        .removing(),
                handedOut("actingFor", "represented", HOME, "account = :person")
                        .by("resident")
                        .naming("resident")
                        .removing());
    }

    @Override
    public void forget(Individual person, Actor by) {
        person.residents().forEach(resident -> forgetting.forget(resident, by));
        if (person.account() != null) {
            forgetting.endActing(person.account(), by);
        }
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> people) {
        return people.isEmpty()
                ? Map.of()
                : session.createQuery(
                                "select id, name from Resident where center in :centers and id in :ids", Object[].class)
                        .setParameter(
                                "centers", people.stream().map(Ids::centerOf).collect(Collectors.toSet()))
                        .setParameter("ids", people)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }
}
