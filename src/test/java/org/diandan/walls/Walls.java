package org.diandan.walls;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.jobs.TestWorker;
import org.diandan.sites.TestSites;
import org.diandan.timers.TestClock;
import org.diandan.timers.TestTime;

/**
 * Four places in two neighbouring counties, and the callers of the first. What the callers do wrong is to look over a
 * wall: into the next village, the next township, the next county.
 */
@ApplicationScoped
class Walls {

    private final People people;
    private final TestSites sites;
    private final TestTime time;
    private final TestWorker worker;
    private final Map<Relation, Place> places = new EnumMap<>(Relation.class);
    private final Map<Who, Person> callers = new EnumMap<>(Who.class);
    private Instant now = TestClock.START;

    Walls(People people, TestSites sites, TestTime time, TestWorker worker) {
        this.people = people;
        this.sites = sites;
        this.time = time;
        this.worker = worker;
    }

    /** Builds everything once, and brings the clock back to where it was then. */
    synchronized void stand() {
        if (places.isEmpty()) {
            time.reset();
            build();
            now = time.now();
        }
        time.reset();
        time.advanceTo(now);
    }

    Place at(Relation relation) {
        return places.get(relation);
    }

    Person caller(Who who) {
        return callers.get(who);
    }

    /** Who may suspend a caller: the staff's account is the administrator's to stop, the others the county's. */
    Person responsibleFor(Who who) {
        return switch (who) {
            case CLERK, VILLAGE, TOWNSHIP, COUNTY, NEIGHBOUR, AUDITOR -> callers.get(Who.ADMIN);
            default -> callers.get(Who.COUNTY);
        };
    }

    private void build() {
        for (Relation relation : Relation.values()) {
            sites.ensure(relation.site());
            places.put(relation, new Place(relation.site(), relation.mark(), relation.ordinal() + 1, people));
        }
        each(Place::settle);
        each(this::whatBegan);
        // Nobody came, an hour after the beginning: prepared anew, somebody is to call, the volunteer may dispute.
        at("02:50", place -> place.disputes("disputed"));
        serve("03:00", "closed");
        serve("04:00", "unrated");
        each(place -> place.does(place.resident, "closed", "rate", Map.of("score", 5, "words", place.mark() + "评语")));
        at("05:00", place -> place.checksIn("unreported"));
        at("05:20", place -> place.checksOut("unreported"));
        at("06:00", place -> place.checksIn("serving"));
        each(this::whatIsUnderWay);
        each(this::plans);
        // Somebody's part in an order begins and ends at different times.
        at("06:01", place -> {});
        callers();
    }

    private void whatBegan(Place place) {
        place.schedules("missed", today("01:15"), place.volunteer);
        place.schedules("disputed", today("01:45"), place.volunteer);
        place.schedules("closed", today("03:00"), place.volunteer);
        place.schedules("unrated", today("04:00"), place.volunteer);
        place.schedules("unreported", today("05:00"), place.volunteer);
        place.schedules("serving", today("06:00"), place.volunteer);
        place.schedules("arriving", today("06:30"), place.volunteer);
    }

    private void serve(String begin, String order) {
        Instant from = today(begin);
        time.advanceTo(from);
        each(place -> place.checksIn(order));
        time.advanceTo(from.plus(Duration.ofMinutes(20)));
        each(place -> {
            place.checksOut(order);
            place.reports(order);
        });
    }

    private void whatIsUnderWay(Place place) {
        place.places("submitted");
        place.places("duplicate");
        place.placesByOffice("byOffice");
        place.places("merged");
        place.does(place.villageDispatcher, "merged", "merge", Map.of("into", place.get("submitted")));
        place.places("asked");
        place.does(place.villageDispatcher, "asked", "ask", Map.of("question", place.mark() + "几楼"));
        place.places("rejected");
        place.does(place.villageDispatcher, "rejected", "refuse", Map.of("reason", "NOT_ELIGIBLE"));
        place.places("held");
        place.does(
                place.villageDispatcher, "held", "hold", Map.of("reason", "RESIDENT_AWAY", "reviewOn", "2026-12-05"));
        place.places("hopeless", "home-repair", Map.of());
        place.takesOn("hopeless");
        place.routes("routing");
        place.accepts("preparing");
        place.prepares("prepared", day(3), 1);
        place.offers("offered", day(4), 2);
        place.takesPlace("offered", place.mate);
        place.remembersOffer("offered", place.volunteer);
        place.schedules("scheduled", day(5), place.volunteer);
        place.schedules("giving", day(6), place.volunteer);
        place.asksForSwap("acceptedSwap", "giving", place.volunteer, place.mate);
        place.mate
                .post("/swaps/" + place.get("acceptedSwap") + "/accept", Map.of("risksAcknowledged", 1))
                .expect(200);
        place.schedules("taking", day(7), place.mate);
        place.asksForSwap("swap", "taking", place.mate, place.volunteer);
        place.hasPhotoAndNote("scheduled");
        place.remembersFirst("task", place.villageDispatcher, "/tasks?limit=200");
        place.remembersHours();
        place.remembersCode("arriving");
    }

    private void plans(Place place) {
        place.plans();
        worker.workOff();
        place.remembersFirst("plan", place.countyDispatcher, "/centers/" + place.get("center") + "/plans");
        place.remembersRules();
    }

    private void callers() {
        Place own = places.get(Relation.OWN);
        callers.put(Who.RESIDENT, own.resident);
        callers.put(Who.PROXY, own.proxy);
        callers.put(Who.VOLUNTEER, own.volunteer);
        callers.put(Who.LEADER, own.leader);
        callers.put(Who.OTHER_LEADER, own.otherLeader);
        callers.put(Who.EXPERT, own.expert);
        callers.put(Who.CLERK, own.clerk);
        callers.put(Who.VILLAGE, own.villageDispatcher);
        callers.put(Who.TOWNSHIP, own.townshipDispatcher);
        callers.put(Who.COUNTY, own.countyDispatcher);
        callers.put(Who.NEIGHBOUR, places.get(Relation.COUNTY).countyDispatcher);
        callers.put(Who.AUDITOR, own.auditor);
        callers.put(Who.ADMIN, people.admin());
    }

    private void at(String clock, java.util.function.Consumer<Place> what) {
        time.advanceTo(today(clock));
        each(what);
    }

    private void each(java.util.function.Consumer<Place> what) {
        places.values().forEach(what);
    }

    /** A time of the first day, in UTC. */
    private static Instant today(String clock) {
        return Instant.parse("2026-11-23T" + clock + ":00Z");
    }

    /** In the morning of a later day. */
    private static Instant day(int days) {
        return today("02:00").plus(Duration.ofDays(days));
    }
}
