package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Subject;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reading the ledger of hours, and deciding what of it counts. */
@ApplicationScoped
@Transactional
class HoursReview {

    private static final String LINES = """
            select new org.diandan.volunteers.HoursLine(h.id, h.visitId, h.kind, h.fromAt, h.toAt, h.minutes,
                h.flagged, h.state, h.reason, h.dispute)
            from HoursEntry h where h.center = :center and h.volunteerId = :volunteer
            and (h.fromAt < :before or h.fromAt = :before and h.id < :id) order by h.fromAt desc, h.id desc""";

    private static final String MINUTES = """
            select new org.diandan.volunteers.Minutes(
                coalesce(sum(case when h.kind = MEASURED and h.state in (CONFIRMED, ADJUSTED) then h.minutes end), 0L),
                coalesce(sum(case when h.kind = ADDED and h.state in (CONFIRMED, ADJUSTED) then h.minutes end), 0L),
                coalesce(sum(case when h.state = PENDING then h.minutes end), 0L))
            from HoursEntry h where h.center = :center and h.volunteerId = :volunteer""";

    private final Session session;
    private final Hours hours;
    private final VolunteerSight sight;
    private final CurrentUser user;
    private final Audit audit;
    private final IfMatch ifMatch;
    private final Clock clock;

    HoursReview(
            Session session,
            Hours hours,
            VolunteerSight sight,
            CurrentUser user,
            Audit audit,
            IfMatch ifMatch,
            Clock clock) {
        this.session = session;
        this.hours = hours;
        this.sight = sight;
        this.user = user;
        this.audit = audit;
        this.ifMatch = ifMatch;
        this.clock = clock;
    }

    /** Entries that begin before a moment (or then, with a smaller id), the latest first, one more than the limit. */
    List<HoursLine> of(UUID volunteerId, Instant before, UUID id, int limit) {
        var volunteer = sight.whole(volunteerId);
        return session.createQuery(LINES, HoursLine.class)
                .setParameter("center", volunteer.center())
                .setParameter("volunteer", volunteerId)
                .setParameter("before", before)
                .setParameter("id", id)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    Minutes minutes(UUID volunteer) {
        return session.createQuery(MINUTES, Minutes.class)
                .setParameter("center", Ids.centerOf(volunteer))
                .setParameter("volunteer", volunteer)
                .getSingleResult();
    }

    HoursView see(UUID volunteer, UUID id) {
        return view(visible(volunteer, id));
    }

    HoursView confirm(UUID volunteer, UUID id) {
        return decide(Decision.VERIFIED, volunteer, id, entry -> entry.confirm(user.actor(), clock.instant()));
    }

    HoursView adjust(UUID volunteer, UUID id, AdjustHours asked) {
        return decide(
                Decision.VERIFIED,
                volunteer,
                id,
                entry -> entry.adjust(asked.minutes(), asked.reason(), user.actor(), clock.instant()));
    }

    HoursView refuse(UUID volunteer, UUID id, String reason) {
        return decide(Decision.REFUSED, volunteer, id, entry -> entry.refuse(reason, user.actor(), clock.instant()));
    }

    /** What was refused may have been written anew in the meantime: then there is nothing to dispute. */
    HoursView dispute(UUID volunteer, UUID id, String text) {
        sight.own(volunteer);
        return review(volunteer, id, entry -> {
            boolean taken = entry.state() == HoursState.REFUSED
                    && !hours.lockedAndWritten(volunteer, entry.time()).isEmpty();
            if (taken) {
                throw VolunteersProblem.HOURS_OVERLAP.because();
            }
            entry.dispute(text, clock.instant());
        });
    }

    private HoursView decide(Decision decision, UUID volunteer, UUID id, Consumer<HoursEntry> verb) {
        HoursView view = review(volunteer, id, verb);
        String site = sight.whole(volunteer).site();
        audit.decided(decision, user.actor(), site, Subject.of(Subject.Kind.HOURS, id), volunteer.toString());
        return view;
    }

    private HoursView review(UUID volunteer, UUID id, Consumer<HoursEntry> verb) {
        var entry = visible(volunteer, id);
        ifMatch.check(entry.version());
        verb.accept(entry);
        session.flush();
        return view(entry);
    }

    private HoursEntry visible(UUID volunteer, UUID id) {
        sight.whole(volunteer);
        @Nullable HoursEntry entry = session.find(HoursEntry.class, new Key(Ids.centerOf(volunteer), id));
        if (entry == null || !entry.volunteer().equals(volunteer)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return entry;
    }

    private HoursView view(HoursEntry entry) {
        return HoursView.of(entry, user.account().equals(entry.volunteer()));
    }
}
