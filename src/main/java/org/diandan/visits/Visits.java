package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
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
    private final Fitness fitness;
    private final Engagements engagements;
    private final OrderProgress orders;
    private final VisitsConfig config;
    private final Clock clock;

    Visits(
            VisitRows rows,
            Places places,
            Fitness fitness,
            Engagements engagements,
            OrderProgress orders,
            VisitsConfig config,
            Clock clock) {
        this.rows = rows;
        this.places = places;
        this.fitness = fitness;
        this.engagements = engagements;
        this.orders = orders;
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
        return rows.servicesSought(center, clock.instant()).stream()
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

    /** Which of these volunteers are free at the time of the visit and below the weekly cap, the least busy first. */
    public List<UUID> free(VisitFacts visit, Collection<UUID> volunteers) {
        Map<UUID, Diary> diaries =
                engagements.diaries(volunteers, visit.time().from().minus(config.recent()));
        return diaries.entrySet().stream()
                .filter(diary -> isFree(diary.getValue(), visit))
                .sorted(Comparator.<Map.Entry<UUID, Diary>>comparingInt(
                                diary -> diary.getValue().taken().size())
                        .thenComparing(diary -> hash(visit.id(), diary.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
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

    private boolean isFree(Diary diary, VisitFacts visit) {
        return !diary.clashesWith(visit.time()) && engagements.hasRoom(diary, visit.time());
    }

    /** The same for the same visit and volunteer, so that a replay asks the same people; and fair over many visits. */
    private static long hash(UUID visit, UUID volunteer) {
        long mixed = visit.getLeastSignificantBits() * 31 + volunteer.getLeastSignificantBits();
        mixed ^= mixed >>> 33;
        mixed *= 0xff51afd7ed558ccdL;
        return mixed ^ (mixed >>> 33);
    }
}
