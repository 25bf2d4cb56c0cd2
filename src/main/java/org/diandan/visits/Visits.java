package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diandan.http.HttpProblem;
import org.diandan.orders.OrderProgress;
import org.diandan.shared.Actor;
import org.diandan.shared.Refused;
import org.diandan.shared.Scope;
import org.jspecify.annotations.Nullable;

/** The visits, as the rooms above read them and take places at them. All methods join the caller's transaction. */
@ApplicationScoped
@Transactional
public class Visits {

    private final VisitRows rows;
    private final Places places;
    private final Handover handover;
    private final Fitness fitness;
    private final Together together;
    private final Engagements engagements;
    private final OrderProgress orders;
    private final Telling telling;
    private final VisitsConfig config;
    private final Clock clock;

    Visits(
            VisitRows rows,
            Places places,
            Handover handover,
            Fitness fitness,
            Together together,
            Engagements engagements,
            OrderProgress orders,
            Telling telling,
            VisitsConfig config,
            Clock clock) {
        this.rows = rows;
        this.places = places;
        this.handover = handover;
        this.fitness = fitness;
        this.together = together;
        this.engagements = engagements;
        this.orders = orders;
        this.telling = telling;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The facts of a visit.
     *
     * @throws Refused not-found if there is no such visit
     */
    public VisitFacts facts(UUID visit) {
        return rows.facts(List.of(visit)).stream().findFirst().orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    /** The facts of several visits by id, read with one statement. */
    public Map<UUID, VisitFacts> facts(Collection<UUID> visits) {
        return rows.facts(visits).stream().collect(Collectors.toMap(VisitFacts::id, Function.identity()));
    }

    /** The facts for a caller; not-found unless the visit's order exists for them. */
    public VisitFacts see(UUID visit, Scope scope) {
        VisitFacts facts = facts(visit);
        orders.see(facts.order(), scope);
        return facts;
    }

    /** Visits that seek volunteers, the soonest first. */
    public List<VisitFacts> openPlaces(OpenPlaces asked) {
        return asked.services().isEmpty() ? List.of() : rows.open(asked, clock.instant());
    }

    /** The services that visits of the center seek volunteers for now, and that this volunteer is qualified for. */
    public Set<String> servicesSought(String center, UUID volunteer) {
        return rows.servicesSought(center).stream()
                .filter(service -> fitness.isQualified(volunteer, service, clock.instant()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Takes a place for a volunteer, or lets the caller know clearly that there is none: of any number who come at once,
     * as many get a place as there are. The first adult to join leads. Locks the order, then the visit.
     *
     * @param by the volunteer, or whoever typed a consent by phone
     * @param who what that person is to the visit
     * @param heardBy the name of who heard the consent; needed unless the volunteer acts
     * @return the attendance
     * @throws Refused {@link VisitsProblem#PLACE_TAKEN}; or that the visit does not seek volunteers, or that this one may
     *     not come
     */
    public UUID join(UUID visit, UUID volunteer, Actor by, Set<Who> who, @Nullable String heardBy) {
        return places.join(visit, volunteer, by, who, heardBy);
    }

    /**
     * Which of these volunteers are free at the time of the visit, can get there in time and are below the weekly cap, and
     * how many visits each had of late or has before them.
     */
    public Map<UUID, Integer> free(VisitFacts visit, Collection<UUID> volunteers) {
        return engagements.diaries(volunteers, visit.time().from().minus(config.recent())).entrySet().stream()
                .filter(diary -> isFree(diary.getKey(), diary.getValue(), visit))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, diary -> diary.getValue().taken().size()));
    }

    /**
     * Hands a place from one volunteer to another, so that it is free at no moment in between: nobody else is asked, an
     * order that is scheduled stays so, and the one who gives it away did not drop out. Locks the order, then the visit.
     *
     * @param agreeing who agreed for the team
     * @return the new attendance
     * @throws Refused as {@link #join} for the one who takes it; or that the giver has no place any more
     */
    public UUID handOver(UUID visit, UUID giver, PlaceTaker taker, Actor agreeing) {
        return handover.handOver(visit, giver, taker, agreeing);
    }

    /** Refuses what {@link #handOver} would refuse now. */
    public void checkHandOver(UUID visit, UUID giver, UUID taker) {
        handover.checkPossible(visit, giver, taker);
    }

    /** What whoever comes to the visit has to know before. */
    public List<VisitNotice> notices(VisitFacts visit) {
        return together.notices(visit, orders.facts(visit.order()));
    }

    /** How the visits of a Center got their people, of those for which asking began in this period. */
    public Filling filling(String center, Instant from, Instant to) {
        return rows.filling(center, from, to);
    }

    /** The visits that this volunteer still comes to, whichever Center they are in. */
    public List<UUID> ahead(UUID volunteer) {
        return engagements.ahead(volunteer, clock.instant());
    }

    /** Asks volunteers as far around as this from now on; a history row tells it. */
    public void widen(UUID visit, Wave to) {
        Visit found = rows.get(visit);
        telling.visit(found, found.widen(to, clock.instant()), Actor.PROGRAM, Set.of(Who.PROGRAM));
        rows.flush();
    }

    /** Why this volunteer may not come to the visit, if so; whether they are free then is not asked. */
    public Optional<Refused> obstacle(VisitFacts visit, UUID volunteer) {
        try {
            fitness.check(volunteer, visit, orders.facts(visit.order()));
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused);
        }
    }

    private boolean isFree(UUID volunteer, Diary diary, VisitFacts visit) {
        return !engagements.clashes(diary, visit.time(), visit.site())
                && engagements.hasRoom(volunteer, diary, visit.time());
    }
}
