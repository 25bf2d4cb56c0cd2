package org.diandan.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.diandan.outbox.News.Position;
import org.diandan.outbox.News.Told;
import org.diandan.shared.Ids;
import org.diandan.timers.TestTime;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NewsTest {

    private static final String BOXING = "371625";
    private static final String WUCHENG = "371428";

    @Inject
    News news;

    @Inject
    Outbox outbox;

    @Inject
    Ids ids;

    @Inject
    TestTime time;

    @Inject
    DataSource database;

    @Inject
    Session session;

    private Position start;

    @BeforeEach
    void whatOthersWroteIsPassed() {
        time.reset();
        // Other tests have been in later years, and what they wrote there has the ids of then.
        QuarkusTransaction.requiringNew().run(() -> {
            session.createNativeMutationQuery("delete from outbox_delivery").executeUpdate();
            session.createNativeMutationQuery("delete from outbox_event").executeUpdate();
        });
        start = news.since(time.now().plus(Duration.ofDays(400)));
    }

    @Test
    void whatIsKeptIsToldInItsOrderWhateverItsCenter() {
        UUID first = write(BOXING);
        UUID second = write(WUCHENG);
        UUID third = write(BOXING);

        assertThat(subjects(news.after(start, 10))).containsExactly(first, second, third);
    }

    @Test
    void whoGoesOnFromAnEventIsToldWhatCameBehindIt() {
        UUID first = write(BOXING);
        UUID second = write(WUCHENG);
        UUID third = write(BOXING);

        List<Told> one = news.after(start, 1);
        assertThat(subjects(one)).containsExactly(first);
        List<Told> next = news.after(one.get(0).position(), 10);
        assertThat(subjects(next)).containsExactly(second, third);
        assertThat(news.after(next.get(1).position(), 10)).isEmpty();
    }

    /** Fails when "written_in < pg_snapshot_xmin" is taken out: the reader goes past the first, which is never told. */
    @Test
    void whoCommitsLateIsNotPassedOver() throws Exception {
        UUID late = ids.of(BOXING);
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            try (var open = slow.createStatement()) {
                open.execute("set local app.centers = '*'");
            }
            insert(slow, late);
            UUID early = write(BOXING);
            List<Told> meanwhile = news.after(start, 10);
            slow.commit();

            List<UUID> all = new ArrayList<>(subjects(meanwhile));
            Position position = meanwhile.isEmpty() ? start : meanwhile.get(0).position();
            all.addAll(subjects(news.after(position, 10)));
            assertThat(all).containsExactly(late, early);
        }
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        QuarkusTransaction.begin();
        outbox.write(BOXING, "silent.moved", ids.of(BOXING), Map.of());
        QuarkusTransaction.rollback();

        assertThat(news.after(start, 10)).isEmpty();
    }

    @Test
    void oneCanBeginAtATime() {
        UUID before = write(BOXING);
        time.advance(Duration.ofHours(1));
        UUID after = write(BOXING);

        Position position = news.since(time.now().minus(Duration.ofMinutes(10)));
        assertThat(subjects(news.after(position, 1000))).contains(after).doesNotContain(before);
    }

    private void insert(Connection connection, UUID subject) throws Exception {
        try (var insert = connection.prepareStatement(
                "insert into outbox_event (center, id, type, subject, at, data) values (?, ?, 'silent.moved', ?, now(), '{}')")) {
            insert.setString(1, BOXING);
            insert.setObject(2, ids.of(BOXING));
            insert.setObject(3, subject);
            insert.execute();
        }
    }

    private UUID write(String center) {
        UUID subject = ids.of(center);
        QuarkusTransaction.requiringNew().run(() -> outbox.write(center, "silent.moved", subject, Map.of()));
        return subject;
    }

    private static List<UUID> subjects(List<Told> told) {
        return told.stream().map(each -> each.event().subject()).toList();
    }
}
