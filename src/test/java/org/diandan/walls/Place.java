package org.diandan.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.diandan.http.Answer;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.shared.Area;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;

/**
 * A village with everybody who has to do with an order and one of everything that can become of it, made as its people
 * would: by the API. What is there has a name ({@code submitted}, {@code visit}, {@code resident}), by which the requests
 * of the matrix call it. All that is private carries the place's mark.
 */
final class Place {

    private static final String HAIRCUT = "home-haircut";
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /** On Sundays only, so that offers go to the volunteers. */
    private static final Map<String, ?> SUNDAYS =
            Map.of("windows", List.of(Map.of("day", "SUNDAY", "from", "08:00", "to", "20:00")));

    private final String site;
    private final String mark;
    private final String phone;
    private final People people;
    private final Map<String, String> names = new TreeMap<>();

    final Person resident;
    final Person proxy;
    final Person clerk;
    final Person villageDispatcher;
    final Person townshipDispatcher;
    final Person countyDispatcher;
    final Person auditor;
    final Person volunteer;
    final Person mate;
    final Person leader;
    final Person otherLeader;
    final Person expert;

    /**
     * @param site the village's code
     * @param mark what stands in all that is private here, such as 雀甲
     * @param number tells the phones of this place from those of the others
     */
    Place(String site, String mark, int number, People people) {
        this.site = site;
        this.mark = mark;
        this.phone = "137100" + number + "0001";
        this.people = people;
        String center = Area.centerOf(site);
        resident = people.reachable(mark + "居民", phone, center, new Grant(Role.RESIDENT, ""));
        String proxyPhone = "137100" + number + "0002";
        proxy = people.reachable(mark + "代办", proxyPhone, center, new Grant(Role.RESIDENT, ""));
        clerk = staff("站员", Role.CLERK, site);
        villageDispatcher = staff("村调度", Role.DISPATCHER, site);
        townshipDispatcher = staff("镇调度", Role.DISPATCHER, site.substring(0, 9));
        countyDispatcher = staff("县调度", Role.DISPATCHER, center);
        auditor = staff("审计", Role.AUDITOR, site.substring(0, 9));
        volunteer = registered("志愿者");
        mate = registered("队友", "137100" + number + "0003");
        leader = registered("队长");
        otherLeader = registered("外队长");
        expert = registered("专家");
        names.put("center", center);
        names.put("township", site.substring(0, 9));
        names.put("site", site);
        names.put("phone", phone);
        names.put("proxyPhone", proxyPhone);
        names.put("mark", mark);
        names.put("markInUrl", URLEncoder.encode(mark, StandardCharsets.UTF_8));
        names.put("matePhone", "137100" + number + "0003");
        for (var person : Map.of(
                        "clerk", clerk, "volunteer", volunteer, "mate", mate, "leader", leader, "expert", expert)
                .entrySet()) {
            names.put(person.getKey(), person.getValue().account().toString());
        }
    }

    private Person staff(String name, Role role, String scope) {
        return people.named(mark + name, Area.centerOf(site), new Grant(role, scope));
    }

    private Person registered(String name) {
        return registered(name, People.phone());
    }

    private Person registered(String name, String reachable) {
        Person person = people.reachable(mark + name, reachable, Area.centerOf(site));
        person.post(
                        "/volunteers",
                        Map.of(
                                "name",
                                mark + name,
                                "bornOn",
                                "1990-05-01",
                                "site",
                                site,
                                "consent",
                                Map.of("version", 1)))
                .expect(201);
        return person;
    }

    /** What is called by this name. */
    String get(String name) {
        String value = names.get(name);
        assertThat(value).as("Nothing is called $%s in %s", name, mark).isNotNull();
        return value;
    }

    boolean knows(String name) {
        return names.containsKey(name);
    }

    /** What stands in all that is private here. */
    String mark() {
        return mark;
    }

    /** What is told of the resident to those alone who may know: a letter for each, as the matrix has them. */
    Map<String, String> contact() {
        Map<String, String> contact = new TreeMap<>();
        contact.put("n", mark + "居民");
        contact.put("p", phone);
        contact.put("a", address());
        contact.put("c", "\"LEFT_BEHIND\"");
        return contact;
    }

    /** Tells whether the text has something in it that is private here. */
    boolean isIn(String text) {
        return text.contains(mark) || text.contains(phone.substring(0, phone.length() - 4));
    }

    /** Tells whether the text tells of those who live here, not of those who work here. */
    boolean tellsOfResidents(String text) {
        return isIn(text.replaceAll(mark + "(站员|村调度|镇调度|县调度|审计|停职站员|新人)", "")
                .replace(phone.substring(0, phone.length() - 4) + "0009", ""));
    }

    private String address() {
        return mark + "巷17号";
    }

    /** Those who live and work there are known, and there are two teams. */
    void settle() {
        Answer me = resident.get("/residents/me").expect(200);
        String path = "/residents/" + put("resident", me);
        resident.post(path + "/consents", Map.of("purpose", "SERVICE", "version", 1, "by", "SELF"))
                .expect(200);
        resident.post(path + "/consents", Map.of("purpose", "CIRCUMSTANCES", "version", 1, "by", "SELF"))
                .expect(200);
        resident.patch(
                        resident.get("/residents/me"),
                        path,
                        Map.of("site", site, "address", address(), "circumstances", List.of("LEFT_BEHIND")))
                .expect(200);
        put(
                "proxyLink",
                clerk.post(
                                path + "/proxies",
                                Map.of("relation", "CHILD", "phone", get("proxyPhone"), "consent", "PHONE"))
                        .expect(201));
        names.put(
                "invitation",
                resident.post(path + "/proxies", Map.of("relation", "NEIGHBOUR"))
                        .expect(201)
                        .json()
                        .path("invitation")
                        .asText());
        put(
                "organisation",
                countyDispatcher
                        .post(
                                "/organisations",
                                Map.of("kind", "ENTERPRISE", "name", site + "公司", "site", get("center")))
                        .expect(201));
        allowManyVisits();
        makeTeams();
        stops();
        volunteer
                .post(
                        "/volunteers/" + volunteer.account() + "/insurance",
                        Map.of(
                                "policy", mark + "保单",
                                "insurer", "人保",
                                "validFrom", "2026-01-01",
                                "validUntil", "2027-01-01"))
                .expect(201);
        put("certificate", claimed(volunteer, "LAWYER"));
        Person applicant = registered("申请人");
        names.put("applicant", applicant.account().toString());
        applicant.post("/teams/" + get("team") + "/members").expect(201);
    }

    /** Enough for all that happens here in a week. */
    private void allowManyVisits() {
        String path = "/centers/" + get("center") + "/policy";
        Answer policy = countyDispatcher.get(path).expect(200);
        ObjectNode rules = policy.json().at("/policy/rules").deepCopy();
        rules.withObject("/offers")
                .put("visitsAWeek", 50)
                .put("unansweredADay", 20)
                .put("claimsADay", 50)
                .put("claimsAhead", 50);
        countyDispatcher
                .put(policy, path, Map.of("reason", "人手少", "rules", rules))
                .expect(200);
    }

    /** A team that rests, a clerk who may not for a while, and one who is to come. */
    private void stops() {
        put("pausedTeam", team("休整队"));
        villageDispatcher
                .post("/teams/" + get("pausedTeam") + "/suspend", Map.of("reason", "换届"))
                .expect(200);
        put(
                "staffInvitation",
                villageDispatcher
                        .post(
                                "/invitations",
                                Map.of(
                                        "name",
                                        mark + "新人",
                                        "phone",
                                        get("phone").substring(0, 7) + "0009",
                                        "role",
                                        "CLERK",
                                        "scope",
                                        site))
                        .expect(201));
        Person stopped = staff("停职站员", Role.CLERK, site);
        names.put("stoppedClerk", stopped.account().toString());
        villageDispatcher
                .post("/accounts/" + stopped.account() + "/suspend", Map.of("reason", "休假"))
                .expect(200);
    }

    private void makeTeams() {
        put("team", team("便民队"));
        put("otherTeam", team("外队"));
        for (Person member : List.of(volunteer, mate, leader, expert)) {
            join("team", member);
        }
        join("otherTeam", otherLeader);
        makeLeader("team", leader);
        makeLeader("otherTeam", otherLeader);
        UUID certificate = claimed(expert, "HAIRDRESSER").id();
        clerk.post("/certificates/" + certificate + "/verify").expect(200);
        for (Person busy : List.of(leader, expert, otherLeader)) {
            busy.api()
                    .with("If-Match", "*")
                    .put("/volunteers/" + busy.account() + "/availability", SUNDAYS)
                    .expect(200);
        }
    }

    private Answer team(String name) {
        List<Map<String, ?>> slots = Arrays.stream(DayOfWeek.values())
                .<Map<String, ?>>map(day -> Map.of("day", day, "from", "08:00", "to", "20:00", "capacity", 100))
                .toList();
        return villageDispatcher
                .post(
                        "/teams",
                        Map.of(
                                "name",
                                name + site,
                                "site",
                                site,
                                "categories",
                                List.of("convenience"),
                                "coverage",
                                List.of(site),
                                "slots",
                                slots))
                .expect(201);
    }

    private void join(String team, Person member) {
        String path = "/teams/" + get(team) + "/members";
        member.post(path).expect(201);
        villageDispatcher.post(path + "/" + member.account() + "/approve").expect(200);
    }

    private void makeLeader(String team, Person member) {
        villageDispatcher
                .post("/teams/" + get(team) + "/members/" + member.account() + "/make-leader")
                .expect(200);
    }

    private Answer claimed(Person person, String kind) {
        return person.post(
                        "/volunteers/" + person.account() + "/certificates",
                        Map.of(
                                "kind", kind,
                                "number", mark + kind,
                                "issuer", "人社局",
                                "validFrom", "2020-01-01",
                                "validUntil", "2030-12-31"))
                .expect(201);
    }

    /** Somebody orders. */
    void places(String name) {
        places(name, HAIRCUT, Map.of("wish", mark + "发型"));
    }

    /** The resident orders this service. */
    void places(String name, String service, Map<String, ?> answers) {
        Map<String, ?> order = Map.of(
                "service",
                service,
                "site",
                site,
                "need",
                mark + "需要帮助",
                "channel",
                "MINI_PROGRAM",
                "risksAcknowledged",
                1,
                "urgency",
                "NORMAL",
                "answers",
                answers);
        put(name, resident.post("/orders", order).expect(201));
    }

    /** A clerk types what a resident says who has no account. */
    void placesByOffice(String name) {
        Map<String, ?> order = Map.of(
                "service",
                HAIRCUT,
                "site",
                site,
                "need",
                mark + "来电",
                "orderedFor",
                Map.of("name", mark + "老人", "phone", get("phone").substring(0, 7) + "0008", "address", mark + "弄8号"),
                "channel",
                "PHONE",
                "consent",
                Map.of("by", "PHONE", "version", 1),
                "risksAcknowledged",
                1,
                "urgency",
                "NORMAL");
        put(name, clerk.post("/orders", order).expect(201));
    }

    void takesOn(String order) {
        does(villageDispatcher, order, "take-on", Map.of("checkedSimilar", true));
    }

    /** A team is asked. */
    void routes(String order) {
        places(order);
        takesOn(order);
        JsonNode routings =
                leader.get("/routings?state=PROPOSED&limit=200").expect(200).json();
        for (JsonNode routing : routings.path("items")) {
            if (routing.path("order").asText().equals(get(order))) {
                names.put(order + "Routing", routing.path("id").asText());
            }
        }
        assertThat(names).containsKey(order + "Routing");
    }

    /** The team has it. */
    void accepts(String order) {
        routes(order);
        leader.post("/routings/" + get(order + "Routing") + "/accept").expect(200);
    }

    /** The work order is written. */
    void prepares(String order, Instant from, int howMany) {
        accepts(order);
        String path = "/orders/" + get(order) + "/preparation";
        expert.put(
                        expert.get(path).expect(200),
                        path,
                        Map.of(
                                "visits",
                                List.of(Map.of(
                                        "from", from.toString(),
                                        "to", from.plus(HALF_AN_HOUR).toString(),
                                        "people", howMany)),
                                "riskClass",
                                "LOW",
                                "checked",
                                List.of("called", "tools", "water"),
                                "note",
                                mark + "备注"))
                .expect(200);
    }

    /** Places at a visit are offered; the visit is called {@code <order>Visit}. */
    void offers(String order, Instant from, int howMany) {
        prepares(order, from, howMany);
        does(expert, order, "preparation/sign-off", Map.of());
        resident.post("/orders/" + get(order) + "/agree-time", Map.of()).expect(200);
        names.put(
                order + "Visit",
                leader.get("/orders/" + get(order) + "/visits")
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asText());
    }

    /** This one has the place; the attendance is called {@code <order>Attendance}. */
    void schedules(String order, Instant from, Person who) {
        offers(order, from, 1);
        takesPlace(order, who);
    }

    void takesPlace(String order, Person who) {
        String visit = get(order + "Visit");
        String offer = offerOf(who, visit);
        String path = offer == null ? "/pool/" + visit + "/claim" : "/offers/" + offer + "/accept";
        who.post(path, Map.of("risksAcknowledged", 1)).expect(200);
        for (JsonNode attending :
                who.get("/visits?limit=200").expect(200).json().path("items")) {
            if (attending.path("id").asText().equals(visit)) {
                names.put(order + "Attendance", attending.path("attendance").asText());
            }
        }
    }

    /** The offer of a place at a visit of an order that this one may answer, if there is one. */
    void remembersOffer(String order, Person who) {
        String offer = offerOf(who, get(order + "Visit"));
        assertThat(offer).as("offer of " + order).isNotNull();
        names.put(order + "Offer", offer);
    }

    private static String offerOf(Person who, String visit) {
        for (JsonNode offer :
                who.get("/offers?state=OPEN&limit=200").expect(200).json().path("items")) {
            if (offer.path("visit").asText().equals(visit)) {
                return offer.path("id").asText();
            }
        }
        return null;
    }

    void checksIn(String order) {
        String path = "/visits/" + get(order + "Visit");
        String code = clerk.get(path + "/code").expect(200).json().path("code").asText();
        volunteer.post(path + "/check-in", Map.of("code", code)).expect(200);
    }

    void checksOut(String order) {
        volunteer
                .post("/visits/" + get(order + "Visit") + "/check-out", Map.of())
                .expect(200);
    }

    void reports(String order) {
        volunteer
                .post("/visits/" + get(order + "Visit") + "/report", Map.of("outcome", "DONE", "text", mark + "完成"))
                .expect(200);
    }

    /** A verb of an order, which must succeed. */
    void does(Person who, String order, String verb, Map<String, ?> body) {
        who.post("/orders/" + get(order) + "/" + verb, body).expect(200);
    }

    /** One volunteer asks the other for a swap. */
    void asksForSwap(String name, String order, Person giver, Person taker) {
        put(
                name,
                giver.post("/visits/" + get(order + "Visit") + "/swaps", Map.of("taker", taker.account()))
                        .expect(200));
    }

    void hasPhotoAndNote(String order) {
        byte[] photo = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2};
        Answer added = resident.api()
                .with("Content-Type", "image/jpeg")
                .send(
                        "POST",
                        "/orders/" + get(order) + "/photos",
                        java.net.http.HttpRequest.BodyPublishers.ofByteArray(photo));
        put(order + "Photo", added.expect(201));
        clerk.post("/orders/" + get(order) + "/notes", Map.of("text", mark + "内部记录"))
                .expect(201);
    }

    /** The policy that holds here, to be set again. */
    void remembersRules() {
        JsonNode policy = countyDispatcher
                .get("/centers/" + get("center") + "/policy")
                .expect(200)
                .json();
        names.put("rules", policy.at("/policy/rules").toString());
    }

    /** The volunteer was there, says the volunteer. */
    void disputes(String order) {
        volunteer
                .post("/attendances/" + get(order + "Attendance") + "/dispute", Map.of("text", mark + "我在场"))
                .expect(200);
    }

    void remembersCode(String order) {
        names.put(
                order + "Code",
                clerk.get("/visits/" + get(order + "Visit") + "/code")
                        .expect(200)
                        .json()
                        .path("code")
                        .asText());
    }

    /** One entry as it was counted, and one that the clerk refused. */
    void remembersHours() {
        String path = "/volunteers/" + volunteer.account() + "/hours";
        JsonNode entries = volunteer.get(path).expect(200).json().path("items");
        names.put("hours", entries.get(0).path("id").asText());
        names.put("refusedHours", entries.get(1).path("id").asText());
        clerk.post(path + "/" + get("refusedHours") + "/refuse", Map.of("reason", mark + "不实"))
                .expect(200);
    }

    /** The county plans who should be asked. */
    void plans() {
        names.put(
                "job",
                countyDispatcher
                        .post("/centers/" + get("center") + "/plans")
                        .expect(202)
                        .json()
                        .path("job")
                        .asText());
    }

    /** The first of a list that this one reads. */
    void remembersFirst(String name, Person who, String path) {
        List<String> ids = new ArrayList<>();
        who.get(path)
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        assertThat(ids).as(path).isNotEmpty();
        names.put(name, ids.get(0));
    }

    String put(String name, Answer answer) {
        names.put(name, answer.id().toString());
        return get(name);
    }
}
