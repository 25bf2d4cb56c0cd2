package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Answer;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.sites.TestSites;

/** Bochang subdistrict and people who help there, as the tests of this room over HTTP need them. */
@ApplicationScoped
class Bochang {
    static final String BOXING = "371625";
    static final String BOCHANG = "371625003";
    static final String JINXIU = "371625003010";
    static final String OTHER_TOWN = "371625004";
    static final String NEIGHBOURS = "210321";

    private final People people;
    private final TestSites sites;

    Bochang(People people, TestSites sites) {
        this.people = people;
        this.sites = sites;
    }

    /** Opens the sites that are not there yet. */
    void open() {
        sites.ensure(JINXIU, OTHER_TOWN, NEIGHBOURS);
    }

    Person dispatcher() {
        return people.dispatcherOf(BOCHANG);
    }

    Person clerk() {
        return people.clerkOf(JINXIU);
    }

    /** Somebody with an account and nothing else. */
    Person someone() {
        return people.account(BOXING);
    }

    Person volunteer() {
        var person = someone();
        person.post("/volunteers", registration()).expect(201);
        return person;
    }

    static Map<String, Object> registration() {
        return Map.of("name", "王小明", "bornOn", "1990-05-01", "site", JINXIU, "consent", Map.of("version", 1));
    }

    /** A team of Bochang that does what neighbours need. */
    Answer team(Person dispatcher) {
        return dispatcher
                .post(
                        "/teams",
                        Map.of(
                                "name",
                                "便民服务队 " + UUID.randomUUID(),
                                "site",
                                BOCHANG,
                                "categories",
                                List.of("convenience")))
                .expect(201);
    }

    /** A volunteer whom the dispatcher has taken into the team. */
    Person memberOf(Answer team, Person dispatcher) {
        var volunteer = volunteer();
        volunteer.post(members(team)).expect(201);
        dispatcher.post(member(team, volunteer) + "/approve").expect(200);
        return volunteer;
    }

    static String members(Answer team) {
        return "/teams/" + team.id() + "/members";
    }

    static String member(Answer team, Person person) {
        return members(team) + "/" + person.account();
    }

    /** Claims a barber's certificate that the clerk of Jinxiu has not seen yet. */
    Answer claimed(Person volunteer, String until) {
        return volunteer
                .post(
                        "/volunteers/" + volunteer.account() + "/certificates",
                        Map.of(
                                "kind",
                                "HAIRDRESSER",
                                "number",
                                "37-" + UUID.randomUUID(),
                                "issuer",
                                "博兴县人社局",
                                "validFrom",
                                "2024-01-01",
                                "validUntil",
                                until))
                .expect(201);
    }

    /** Has claimed a barber's certificate, and the clerk has seen it. */
    Answer certified(Person volunteer, String until) {
        var certificate = claimed(volunteer, until);
        return clerk().post("/certificates/" + certificate.id() + "/verify").expect(200);
    }

    /** A member whom the dispatcher has made a leader of the team. */
    Person leaderOf(Answer team, Person dispatcher) {
        var leader = memberOf(team, dispatcher);
        dispatcher.post(member(team, leader) + "/make-leader").expect(200);
        return leader;
    }
}
