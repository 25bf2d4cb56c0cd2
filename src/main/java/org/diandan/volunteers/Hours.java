package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.diandan.shared.TimeWindow;
import org.hibernate.Session;

/** The ledger of hours, as other rooms write it. */
@ApplicationScoped
@Transactional
public class Hours {

    private static final String AT_THE_SAME_TIME = """
            select new org.diandan.shared.TimeWindow(h.fromAt, h.toAt) from HoursEntry h
            where h.center = :center and h.volunteerId = :volunteer and h.state <> REFUSED
            and h.fromAt < :to and h.toAt > :from order by h.fromAt""";

    private final Session session;
    private final Volunteers volunteers;
    private final Ids ids;

    Hours(Session session, Volunteers volunteers, Ids ids) {
        this.session = session;
        this.volunteers = volunteers;
        this.ids = ids;
    }

    /**
     * Writes time down, to be reviewed. Minutes of one person never overlap: what is written already is left out, and the
     * rest is flagged. Waits for another transaction that writes hours of the same person.
     *
     * @return the minutes written; 0 if nothing is left of the time, or it is shorter than a minute
     * @throws org.diandan.shared.Refused if the account is no volunteer's
     */
    public int post(NewHours given) {
        if (!given.from().isBefore(given.to())) {
            return 0;
        }
        var volunteer = volunteers.load(given.volunteer()).orElseThrow(VolunteersProblem.NOT_A_VOLUNTEER::because);
        var written = lockedAndWritten(volunteer.id(), given.time());
        int minutes = 0;
        for (TimeWindow left : without(given.time(), written)) {
            var entry = new HoursEntry(
                    ids.of(volunteer.center()), volunteer, given, left, given.flagged() || !written.isEmpty());
            if (entry.minutes() > 0) {
                session.persist(entry);
                minutes += entry.minutes();
            }
        }
        session.flush();
        return minutes;
    }

    /** What counts of this person's entries in that time, now that nobody else can add to it. */
    List<TimeWindow> lockedAndWritten(UUID volunteer, TimeWindow time) {
        volunteers.lock(volunteer);
        return session.createQuery(AT_THE_SAME_TIME, TimeWindow.class)
                .setParameter("center", Ids.centerOf(volunteer))
                .setParameter("volunteer", volunteer)
                .setParameter("from", time.from())
                .setParameter("to", time.to())
                .getResultList();
    }

    /**
     * What is left of a time.
     *
     * @param taken by their beginning, not overlapping each other
     */
    static List<TimeWindow> without(TimeWindow time, List<TimeWindow> taken) {
        var left = new ArrayList<TimeWindow>();
        var from = time.from();
        for (TimeWindow other : taken) {
            if (from.isBefore(other.from())) {
                left.add(new TimeWindow(from, other.from()));
            }
            from = other.to();
        }
        if (from.isBefore(time.to())) {
            left.add(new TimeWindow(from, time.to()));
        }
        return left;
    }
}
