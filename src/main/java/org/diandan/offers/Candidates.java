package org.diandan.offers;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.CertificateRule;
import org.diandan.catalogue.ServiceItem;
import org.diandan.offers.Asks.AskRecord;
import org.diandan.orders.OrderProgress;
import org.diandan.policies.Policies;
import org.diandan.shared.Ids;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.Visits;
import org.diandan.visits.Wave;
import org.diandan.volunteers.Neighbours;
import org.diandan.volunteers.Preferences;
import org.diandan.volunteers.Qualifications;
import org.diandan.volunteers.Teams;
import org.diandan.volunteers.Volunteers;

/**
 * Who is asked next: those whom the visit's wave reaches, who may come, are free then, want this kind of service and were
 * not asked before, in the order of their {@link Turn}. Those whom the resident wishes again are reached by every wave.
 */
@ApplicationScoped
class Candidates {

    private final OfferRows rows;
    private final Asks asks;
    private final Visits visits;
    private final OrderProgress orders;
    private final Teams teams;
    private final Neighbours neighbours;
    private final Volunteers volunteers;
    private final Preferences preferences;
    private final Catalogue catalogue;
    private final Policies policies;
    private final OffersConfig config;
    private final Clock clock;

    Candidates(
            OfferRows rows,
            Asks asks,
            Visits visits,
            OrderProgress orders,
            Teams teams,
            Neighbours neighbours,
            Volunteers volunteers,
            Preferences preferences,
            Catalogue catalogue,
            Policies policies,
            OffersConfig config,
            Clock clock) {
        this.rows = rows;
        this.asks = asks;
        this.visits = visits;
        this.orders = orders;
        this.teams = teams;
        this.neighbours = neighbours;
        this.volunteers = volunteers;
        this.preferences = preferences;
        this.catalogue = catalogue;
        this.policies = policies;
        this.config = config;
        this.clock = clock;
    }

    /** At most so many; what a person holds is looked up for those alone who would be asked. */
    List<Candidate> next(VisitFacts visit, int many) {
        if (many <= 0) {
            return List.of();
        }
        ServiceItem service = catalogue.get(visit.service());
        Set<UUID> asked = rows.asked(visit.id());
        Set<UUID> members = teams.members(visit.team());
        Set<UUID> reached = reached(visit, service, members, asked.size());
        Set<UUID> helpers = orders.facts(visit.order()).wishedHelpers();
        reached.addAll(helpers);
        reached.removeAll(asked);
        if (reached.isEmpty()) {
            return List.of();
        }
        reached.removeAll(preferences.unwilling(reached, visit.service(), service.category()));
        reached.removeAll(volunteers.withoutTime(reached, visit.time()));
        List<UUID> chosen = turns(visit, reached, helpers).stream()
                .map(Turn::volunteer)
                .filter(volunteer -> visits.obstacle(visit, volunteer).isEmpty())
                .limit(many)
                .toList();
        return withReasons(chosen, visit, members, helpers);
    }

    /** Tells whether a visit's wave reaches this volunteer: they are in its team, or at home in the area that is asked. */
    boolean reaches(VisitFacts visit, UUID volunteer) {
        String area = visit.wave().area(visit.site());
        if (teams.isMember(volunteer, visit.team())) {
            return true;
        }
        String home = neighbours.homes(Set.of(volunteer)).getOrDefault(volunteer, "");
        return area != null && home.startsWith(area);
    }

    /** @param before how many were asked already: of many neighbours, others are looked at each time */
    private Set<UUID> reached(VisitFacts visit, ServiceItem service, Set<UUID> members, int before) {
        Set<UUID> reached = new HashSet<>(members);
        String area = visit.wave().area(visit.site());
        if (area != null) {
            UUID lot = Turn.lot(visit.id(), new UUID(0, before));
            reached.addAll(neighbours.in(
                    area,
                    papers(visit, service),
                    visit.time().from(),
                    lot.toString().substring(0, Neighbours.LOT_DIGITS),
                    config.neighboursLookedAt()));
        }
        return reached;
    }

    private List<Turn> turns(VisitFacts visit, Collection<UUID> reached, Set<UUID> helpers) {
        Instant now = clock.instant();
        Map<UUID, Integer> free = visits.free(visit, reached);
        Map<UUID, AskRecord> records =
                asks.of(free.keySet(), now.minus(config.tiredFor()), now.minus(Duration.ofDays(1)));
        return free.entrySet().stream()
                .filter(each -> mayBeAsked(each.getKey(), requireNonNull(records.get(each.getKey()))))
                .map(each -> turn(
                        each.getKey(),
                        helpers.contains(each.getKey()),
                        requireNonNull(records.get(each.getKey())),
                        each.getValue()))
                .sorted(Turn.fairest(visit.id()))
                .toList();
    }

    /** The cap is that of the volunteer's home, where offers of all Centers are counted. */
    private boolean mayBeAsked(UUID volunteer, AskRecord record) {
        return record.unanswered()
                < policies.of(Ids.centerOf(volunteer)).rules().offers().unansweredADay();
    }

    private static Turn turn(UUID volunteer, boolean helped, AskRecord record, int visits) {
        return new Turn(volunteer, helped, record.asked(), record.accepted(), record.recent(), visits);
    }

    private List<Candidate> withReasons(List<UUID> chosen, VisitFacts visit, Set<UUID> members, Set<UUID> helpers) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> homes = neighbours.homes(chosen);
        Instant now = clock.instant();
        Map<UUID, AskRecord> records = asks.of(chosen, now.minus(config.tiredFor()), now);
        List<Candidate> candidates = new ArrayList<>();
        for (UUID volunteer : chosen) {
            Set<OfferReason> reasons = EnumSet.of(OfferReason.FREE);
            add(reasons, OfferReason.HELPED_BEFORE, helpers.contains(volunteer));
            add(reasons, OfferReason.TEAM_MEMBER, members.contains(volunteer));
            add(reasons, OfferReason.NEAR, isNear(homes.getOrDefault(volunteer, ""), visit));
            add(
                    reasons,
                    OfferReason.QUALIFIED,
                    !papers(visit, catalogue.get(visit.service())).isEmpty());
            add(
                    reasons,
                    OfferReason.SELDOM_ASKED,
                    requireNonNull(records.get(volunteer)).recent() == 0);
            candidates.add(new Candidate(volunteer, List.copyOf(reasons)));
        }
        return candidates;
    }

    /** What everyone who comes must hold; certificates are rarer than insurance. */
    private static List<String> papers(VisitFacts visit, ServiceItem service) {
        List<String> papers = new ArrayList<>();
        if (service.certificateRule() == CertificateRule.EVERY_VOLUNTEER) {
            papers.addAll(service.certificates());
        }
        if (visit.insurance()) {
            papers.add(Qualifications.INSURANCE);
        }
        return papers;
    }

    private static boolean isNear(String home, VisitFacts visit) {
        String township = Wave.TOWNSHIP.area(visit.site());
        return township != null && home.startsWith(township);
    }

    private static void add(Set<OfferReason> reasons, OfferReason reason, boolean holds) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
