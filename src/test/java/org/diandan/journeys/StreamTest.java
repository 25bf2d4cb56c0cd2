package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diandan.http.Api;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.journeys.Listening.Heard;
import org.diandan.outbox.Rang;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of the tests end after 0.3 s, so that everybody here is cut off again and again. */
@QuarkusTest
class StreamTest {

    private static final String JINXIU = "371625003010";

    @Inject
    Story story;

    @Inject
    People people;

    @Inject
    Event<Rang> bell;

    private final List<Listening> listening = new ArrayList<>();

    @BeforeEach
    void aMorning() {
        story.begin();
    }

    @AfterEach
    void allGoHome() {
        listening.forEach(Listening::close);
    }

    @Test
    void whoSeesAnOrderIsToldWhatHappensToItAndNobodyElseIs() {
        Listening dispatcher = follows(people.dispatcherOf("371625003"));
        Listening neighbour = follows(people.dispatcherOf("371625004"));
        Listening stranger = follows(people.resident("371625"));
        Person resident = people.resident("371625");
        Listening own = follows(resident);

        UUID order = resident.post("/orders", story.own("paperwork-help", JINXIU, "NORMAL"))
                .expect(201)
                .id();
        hears(dispatcher, () -> names(dispatcher.of(order)).contains("order.place"));
        hears(own, () -> names(own.of(order)).contains("order.place"));

        assertThat(neighbour.of(order)).isEmpty();
        assertThat(stranger.of(order)).isEmpty();
    }

    @Test
    void whoeverIsToldOfSomethingMayReadIt() {
        List<String> chain = List.of("clerk-jinxiu", "dispatcher-bochang", "leader-convenience", "barber", "wang");
        List<Listening> ears = new ArrayList<>();
        chain.forEach(who -> ears.add(follows(people.person(story.account(who)))));
        UUID order = story.places("clerk-jinxiu", story.call("home-haircut", JINXIU, "NORMAL", People.phone()));
        story.takesOn("dispatcher-bochang", order);
        story.acceptsRouting("leader-convenience", order);
        story.signsOff(
                "barber",
                order,
                List.of(Story.visit(Story.MONDAY_MORNING.plus(Duration.ofHours(27)), Duration.ofMinutes(45), 1)));

        hears(ears.get(0), () -> names(ears.get(0).of(order)).contains("order.sign-off"));
        for (int i = 0; i < chain.size(); i++) {
            Api caller = story.as(chain.get(i));
            for (Heard event : ears.get(i).events()) {
                String path = event.order().isEmpty()
                        ? "/tasks/" + event.data().path("subject").asText()
                        : "/orders/" + event.order();
                caller.get(path).expect(200);
                if (!event.order().isEmpty() && !event.name().equals("order.changed")) {
                    caller.get(path + "/history").expect(200);
                }
            }
        }
    }

    @Test
    void whoIsCutOffMissesNothingAndIsToldNothingTwice() {
        Listening first = follows(people.dispatcherOf("371625003"));
        Listening second = follows(people.dispatcherOf("371625003"));
        List<String> orders = new ArrayList<>();
        Person resident = people.resident("371625");
        for (int i = 0; i < 30; i++) {
            orders.add(resident.post("/orders", story.own("paperwork-help", JINXIU, "NORMAL"))
                    .expect(201)
                    .id()
                    .toString());
            bell.fire(new Rang());
        }
        for (Listening each : List.of(first, second)) {
            hears(each, () -> each.events().stream().map(Heard::order).toList().containsAll(orders));
        }

        assertThat(first.connections()).as("it was cut off").isGreaterThan(1);
        for (Listening each : List.of(first, second)) {
            List<String> ids = each.events().stream().map(Heard::id).toList();
            assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
            List<String> placed = each.events().stream()
                    .filter(event -> event.name().equals("order.place"))
                    .map(Heard::order)
                    .filter(orders::contains)
                    .toList();
            assertThat(placed).isEqualTo(orders);
        }
        assertThat(first.all()).noneMatch(event -> event.name().equals("reset"));
    }

    @Test
    void whoComesFromTooFarBackLoadsAllAnew() {
        Listening listener = new Listening(
                token(people.dispatcherOf("371625003")), UUID.randomUUID().toString());
        listening.add(listener);

        assertThat(listener.all().get(0).name()).isEqualTo("reset");
    }

    @Test
    void whoIsSuspendedIsToldNothingMore() {
        Person dispatcher = people.dispatcherOf("371625003");
        Listening listener = follows(dispatcher);
        Person admin = people.admin();
        admin.post("/accounts/" + dispatcher.account() + "/suspend", Map.of("reason", "手机丢了"))
                .expect(200);
        story.time().advance(Duration.ofSeconds(6));
        UUID order = people.resident("371625")
                .post("/orders", story.own("paperwork-help", JINXIU, "NORMAL"))
                .expect(201)
                .id();
        bell.fire(new Rang());

        Listening.until(() -> listener.refused() == 401, "to be refused");
        assertThat(listener.of(order)).isEmpty();
    }

    @Test
    void anAccountHasOnlySoManyStreams() {
        Person dispatcher = people.dispatcherOf("371625003");
        for (int i = 0; i < 10; i++) {
            follows(dispatcher);
        }
        Listening one = new Listening(token(dispatcher));
        listening.add(one);

        Listening.until(
                () -> one.refused() == 429 || listening.stream().anyMatch(each -> each.refused() == 429), "429");
    }

    private Listening follows(Person person) {
        Listening one = new Listening(token(person));
        listening.add(one);
        return one;
    }

    /** Rings until it has come: what others still write holds up what is behind it. */
    private void hears(Listening listener, Supplier<Boolean> enough) {
        Listening.until(
                () -> {
                    bell.fire(new Rang());
                    return enough.get();
                },
                "for an event; came: " + listener.events());
    }

    private static Supplier<String> token(Person person) {
        return person::token;
    }

    private static List<String> names(List<Heard> events) {
        return events.stream().map(Heard::name).toList();
    }
}
