package org.diandan.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.orders.Audience.Ear;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.junit.jupiter.api.Test;

class BroadcastTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final Scope DISPATCHER = new Scope(SOMEBODY, List.of(new Scope.Grant(Role.DISPATCHER, "371625")));
    private static final Scope VOLUNTEER = new Scope(SOMEBODY, List.of());

    private final Broadcast broadcast = new Broadcast(Duration.ofMinutes(10), 100, 10, NOW);

    @Test
    void whoFollowsIsToldWhatHappensFromNowOn() {
        tell(1);
        var heard = follow(DISPATCHER, null);
        tell(2);
        tell(3);

        assertThat(names(heard)).containsExactly("ready", "happened-2", "happened-3");
    }

    @Test
    void eachIsToldWhatIsForThem() {
        var dispatcher = follow(DISPATCHER, null);
        var volunteer = follow(VOLUNTEER, null);
        tell(1);

        assertThat(names(dispatcher)).containsExactly("ready", "happened-1");
        assertThat(names(volunteer)).containsExactly("ready");
    }

    @Test
    void whoComesAgainIsToldWhatTheyMissedOnce() {
        UUID last = tell(1);
        tell(2);
        tell(3);
        var heard = follow(DISPATCHER, last.toString());
        tell(4);

        assertThat(names(heard)).containsExactly("ready", "happened-2", "happened-3", "happened-4");
    }

    /** Cut off before anything happened, they would not know from where to go on. */
    @Test
    void whoWasToldNothingYetGoesOnFromTheirBeginning() {
        String ready = follow(DISPATCHER, null).getItems().get(0).id();
        tell(1);

        assertThat(names(follow(DISPATCHER, ready))).containsExactly("ready", "happened-1");
        broadcast.tell(List.of(), NOW.plus(Duration.ofDays(1)));
        String latest = follow(DISPATCHER, null).getItems().get(0).id();
        assertThat(names(follow(DISPATCHER, latest))).containsExactly("ready");
    }

    @Test
    void whoMissedTooMuchOrCameFromElsewhereLoadsAllAnew() {
        UUID last = tell(0);
        for (int i = 1; i <= 11; i++) {
            tell(i);
        }

        assertThat(names(follow(DISPATCHER, last.toString()))).containsExactly("reset");
        assertThat(names(follow(VOLUNTEER, last.toString()))).containsExactly("ready");
        assertThat(names(follow(DISPATCHER, UUID.randomUUID().toString()))).containsExactly("reset");
        assertThat(names(follow(DISPATCHER, "<script>"))).containsExactly("reset");
    }

    @Test
    void whatIsOldIsForgotten() {
        UUID old = tell(1);
        broadcast.tell(List.of(happened(2, NOW.plus(Duration.ofMinutes(11)))), NOW.plus(Duration.ofMinutes(11)));
        assertThat(names(follow(DISPATCHER, old.toString()))).containsExactly("reset");

        Broadcast small = new Broadcast(Duration.ofMinutes(10), 2, 10, NOW);
        Happened first = happened(1, NOW);
        small.tell(List.of(first, happened(2, NOW), happened(3, NOW)), NOW);
        assertThat(names(follow(small, DISPATCHER, first.id().toString(), 100))).containsExactly("reset");
    }

    /** Else one that does not read would fill the memory. */
    @Test
    void whoDoesNotReadIsCutOffAndLeaves() {
        var slow = follow(broadcast, DISPATCHER, null, 1);
        for (int i = 0; i < 20; i++) {
            tell(i);
        }
        slow.request(100);

        slow.assertTerminated();
        assertThat(slow.getItems()).hasSizeLessThan(20);
        assertThat(broadcast.size()).isZero();
    }

    @Test
    void whoGoesIsForgotten() {
        var heard = follow(DISPATCHER, null);
        assertThat(broadcast.streamsOf(SOMEBODY)).isOne();
        heard.cancel();
        assertThat(broadcast.streamsOf(SOMEBODY)).isZero();
    }

    private UUID tell(int number) {
        Happened happened = happened(number, NOW);
        broadcast.tell(List.of(happened), NOW);
        return happened.id();
    }

    private static Happened happened(int number, Instant at) {
        UUID id = UUID.randomUUID();
        var message = new Message(id.toString(), "happened-" + number, "{}");
        return new Happened(id, at, scope -> scope.holds(Role.DISPATCHER) ? Ear.STEPS : Ear.NOTHING, message, message);
    }

    private AssertSubscriber<Message> follow(Scope scope, String last) {
        return follow(broadcast, scope, last, 100);
    }

    private static AssertSubscriber<Message> follow(Broadcast broadcast, Scope scope, String last, long asked) {
        return Multi.createFrom()
                .<Message>emitter(
                        out -> {
                            var follower = new Following(SOMEBODY, scope, "", out);
                            out.onTermination(() -> broadcast.leave(follower));
                            broadcast.join(follower, last);
                        },
                        11)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(asked));
    }

    private static List<String> names(AssertSubscriber<Message> heard) {
        return heard.getItems().stream().map(Message::name).toList();
    }
}
