package org.diandan.residents;

import static org.diandan.http.HttpProblem.NOT_FOUND;
import static org.diandan.residents.ResidentsProblem.CONSENT_WAY;
import static org.diandan.residents.ResidentsProblem.MASKED_ONLY;
import static org.diandan.residents.ResidentsProblem.OTHER_CENTER;
import static org.diandan.residents.ResidentsProblem.OUTSIDE_AREA;
import static org.diandan.residents.ResidentsProblem.RESIDENT_KNOWN;
import static org.diandan.shared.Role.CLERK;
import static org.diandan.shared.Role.DISPATCHER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Subject;
import org.diandan.http.IfMatch;
import org.diandan.identity.Accounts;
import org.diandan.identity.CurrentUser;
import org.diandan.keys.Keys;
import org.diandan.keys.MarkedColumn;
import org.diandan.rights.Copying;
import org.diandan.rights.Erasing;
import org.diandan.rights.ErasureView;
import org.diandan.rights.Individual;
import org.diandan.rights.PersonalData;
import org.diandan.rights.RightsProblem;
import org.diandan.shared.Scope;
import org.diandan.sites.Sites;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What callers do to the records of residents: find the standpoint first, then act. */
@ApplicationScoped
@Transactional
class Keeping {

    private final Session session;
    private final Residents residents;
    private final Consents consents;
    private final Proxies proxies;
    private final Sites sites;
    private final Accounts accounts;
    private final Copying copying;
    private final Erasing erasing;
    private final Audit audit;
    private final IfMatch ifMatch;
    private final Keys keys;

    Keeping(
            Session session,
            Residents residents,
            Consents consents,
            Proxies proxies,
            Sites sites,
            Accounts accounts,
            Copying copying,
            Erasing erasing,
            Audit audit,
            IfMatch ifMatch,
            Keys keys) {
        this.session = session;
        this.residents = residents;
        this.consents = consents;
        this.proxies = proxies;
        this.sites = sites;
        this.accounts = accounts;
        this.copying = copying;
        this.erasing = erasing;
        this.audit = audit;
        this.ifMatch = ifMatch;
        this.keys = keys;
    }

    /** A resident and from where the caller looks. */
    record Seen(Resident resident, Standpoint from) {

        /** @throws org.diandan.shared.Refused to those who see only what is masked */
        Resident full() {
            if (!from.isFull()) {
                throw MASKED_ONLY.because();
            }
            return resident;
        }
    }

    /** The resident, if the caller has anything to do with them; else 404. */
    Seen see(UUID id, Scope scope) {
        @Nullable Resident resident = session.find(Resident.class, ResidentKey.of(id));
        if (resident == null) {
            throw NOT_FOUND.because();
        }
        return Standpoint.of(scope, resident.account(), resident.site(), proxies.of(id))
                .map(from -> new Seen(resident, from))
                .orElseThrow(NOT_FOUND::because);
    }

    ResidentView view(UUID id, Scope scope) {
        return view(see(id, scope));
    }

    ResidentView own(CurrentUser user) {
        return view(residents.ofAccount(user.account()), user.scope());
    }

    ResidentView enter(EnterResident request, CurrentUser user) {
        sites.get(request.site());
        if (!user.scope().covers(request.site(), CLERK, DISPATCHER)) {
            throw OUTSIDE_AREA.because(request.site());
        }
        request.consents().forEach(consent -> checkWay(Standpoint.STAFF, consent));
        UUID id = residents.enter(request.resident(), user.actor());
        if (!user.scope().covers(residents.facts(id).site(), CLERK, DISPATCHER)) {
            throw RESIDENT_KNOWN.because();
        }
        return view(id, user.scope());
    }

    ResidentView correct(UUID id, CorrectResident request, CurrentUser user) {
        Seen seen = see(id, user.scope());
        ifMatch.check(seen.resident().version());
        Resident resident = seen.full();
        if (request.site() != null && !sites.get(request.site()).center().equals(resident.center())) {
            throw OTHER_CENTER.because();
        }
        resident.correct(request.site(), request.name(), request.address());
        if (request.phone() != null) {
            resident.reachedBy(request.phone(), keys.mark(MarkedColumn.RESIDENT_PHONE, request.phone()));
        }
        if (request.circumstances() != null) {
            consents.replace(id, request.circumstances());
            session.lock(resident, LockMode.OPTIMISTIC_FORCE_INCREMENT);
        }
        return view(seen);
    }

    /** A copy of what is kept of a resident; staff make it on the resident's request. */
    PersonalData copy(UUID id, @Nullable String cursor, CurrentUser user) {
        Seen seen = see(id, user.scope());
        Resident resident = seen.full();
        if (seen.from() == Standpoint.STAFF) {
            var person = Subject.of(Subject.Kind.RESIDENT, id);
            audit.decided(Decision.EXPORTED, user.actor(), resident.site(), person, "");
        }
        return copying.copy(Individual.ofResident(id, resident.account()), cursor);
    }

    /** Staff take down that a resident without an account asks to be forgotten. */
    ErasureView erase(UUID id, CurrentUser user) {
        return erasing.ask(withoutAccount(id, user), user.actor());
    }

    ErasureView withdrawErasure(UUID id, CurrentUser user) {
        return erasing.withdraw(withoutAccount(id, user));
    }

    private Individual withoutAccount(UUID id, CurrentUser user) {
        Resident resident = see(id, user.scope()).full();
        @Nullable UUID account = resident.account();
        if (account != null && accounts.isActive(account)) {
            throw RightsProblem.ERASURE_IS_THEIRS.because();
        }
        return Individual.ofResident(id, account);
    }

    List<ConsentView> consents(UUID id, Scope scope) {
        see(id, scope).full();
        return consents.all(id);
    }

    List<ConsentView> consent(UUID id, GiveConsent request, CurrentUser user) {
        Seen seen = see(id, user.scope());
        seen.full();
        checkWay(seen.from(), request);
        consents.give(id, request.consent(), user.actor());
        return consents.all(id);
    }

    List<ConsentView> withdraw(UUID id, ConsentPurpose purpose, CurrentUser user) {
        see(id, user.scope()).full();
        consents.withdraw(id, purpose, user.actor());
        return consents.all(id);
    }

    private ResidentView view(Seen seen) {
        try {
            session.flush();
        } catch (ConstraintViolationException e) {
            throw RESIDENT_KNOWN.because();
        }
        Resident resident = seen.resident();
        Set<Circumstance> circumstances = seen.from().isFull() ? consents.circumstances(resident.id()) : Set.of();
        if (seen.from() == Standpoint.STAFF) {
            var contact = new Contact(resident.name(), resident.phone(), resident.address());
            var person = Subject.of(Subject.Kind.RESIDENT, resident.id());
            audit.looked(resident.site(), person, contact.fields(circumstances), null);
        }
        return ResidentView.of(resident, seen.from(), circumstances);
    }

    private static void checkWay(Standpoint from, GiveConsent consent) {
        if (!from.hears(consent.by())) {
            throw CONSENT_WAY.because();
        }
    }
}
