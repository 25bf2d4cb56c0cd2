package org.diandan.offers;

import static org.diandan.rights.PersonalTable.Tie.ANYWHERE;
import static org.diandan.rights.PersonalTable.Tie.HOME;
import static org.diandan.rights.PersonalTable.handedOut;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diandan.rights.Expiry;
import org.diandan.rights.Individual;
import org.diandan.rights.Period;
import org.diandan.rights.PersonalRecords;
import org.diandan.rights.PersonalTable;
import org.diandan.shared.Ids;
import org.hibernate.Session;

/** What is kept of those who were asked to come. */
@ApplicationScoped
class OfferRecords implements PersonalRecords {

    private static final String ASKED = "volunteer = :person";

    /** That somebody heard it stays, who it was does not. */
    private static final String HEARD = "case when heard_by is null then null else '' end";

    private final Session session;

    OfferRecords(Session session) {
        this.session = session;
    }

    @Override
    public Individual meet(Individual person) {
        return person.account() == null
                ? person
                : person.and(
                        Set.of(),
                        session.createNativeQuery(
                                        "select offering_center from offer_elsewhere"
                                                + " where center = :center and volunteer = :volunteer",
                                        String.class)
                                .setParameter("center", Ids.centerOf(person.account()))
                                .setParameter("volunteer", person.account())
                                .getResultList());
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                Expiry.of(Period.HEARD_BY, "offer", "made_at < :before and heard_by <> ''")
                        .blanking("heard_by", "''"),
                Expiry.of(Period.HEARD_BY, "swap", "asked_at < :before and heard_by <> ''")
                        .blanking("heard_by", "''"));
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                handedOut("offers", "offer", ANYWHERE, ASKED)
                        .giving(
                                "id",
                                "visit_id",
                                "service",
                                "site",
                                "state",
                                "claimed",
                                "reason",
                                "reasons",
                                "heard_by",
                                "made_at",
                                "expires_at",
                                "answered_at")
                        .naming("volunteer", "answered_by")
                        .blanking("heard_by", HEARD),
                swaps("swapsGiven", "giver"),
                // Who heard the taker's consent is the taker's.
                swaps("swapsTaken", "taker", "heard_by").blanking("heard_by", HEARD),
                handedOut("asks", "volunteer_ask", HOME, ASKED)
                        .by("offer_id")
                        .giving("visit_id", "claimed", "state", "made_at")
                        .naming("volunteer"),
                handedOut("answers", "volunteer_response", HOME, ASKED)
                        .by("volunteer")
                        .giving("asked", "accepted")
                        .naming("volunteer"),
                handedOut("askedElsewhere", "offer_elsewhere", HOME, ASKED)
                        .by("offering_center")
                        .giving("offering_center")
                        .naming("volunteer"));
    }

    private static PersonalTable swaps(String section, String side, String... more) {
        var columns =
                new ArrayList<>(List.of("id", "visit_id", "state", "reason", "asked_at", "accepted_at", "ended_at"));
        columns.addAll(List.of(more));
        return handedOut(section, "swap", ANYWHERE, side + " = :person")
                .giving(columns.toArray(String[]::new))
                .naming("giver", "taker", "accepted_by", "ended_by");
    }
}
