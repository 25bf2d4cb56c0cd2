package org.diandan.rights;

import static org.diandan.rights.RightsProblem.ERASURE_ASKED;
import static org.diandan.rights.RightsProblem.ERASURE_NOT_ASKED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Language;
import org.diandan.rights.Individual.Place;
import org.diandan.shared.Actor;
import org.diandan.shared.Choice;
import org.diandan.shared.Ids;
import org.diandan.shared.Opening;
import org.diandan.shared.Refused;
import org.diandan.shared.Texts;
import org.diandan.timers.Timer;
import org.diandan.timers.TimerHandler;
import org.diandan.timers.Timers;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Forgets people who ask for it (Personal Information Protection Law, article 47), some days after they did. Nothing here
 * asks who is asking: that is for the caller of these methods.
 */
@ApplicationScoped
@Transactional
public class Erasing implements TimerHandler {

    static final String DUE = "rights.erasure";

    private static final Duration AGAIN_AFTER = Duration.ofDays(1);

    private final Belongings belongings;
    private final PersonalRows rows;
    private final Timers timers;
    private final RightsConfig config;
    private final Language language;
    private final Session session;
    private final Ids ids;
    private final Clock clock;

    Erasing(
            Belongings belongings,
            PersonalRows rows,
            Timers timers,
            RightsConfig config,
            Language language,
            Session session,
            Ids ids,
            Clock clock) {
        this.belongings = belongings;
        this.rows = rows;
        this.timers = timers;
        this.config = config;
        this.language = language;
        this.session = session;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes the wish down.
     *
     * @throws Refused if it waits already, or if something has to be ended before
     */
    public ErasureView ask(Individual asked, Actor by) {
        Individual person = belongings.meet(asked, Opening.ERASURE);
        if (waiting(person).isPresent()) {
            throw ERASURE_ASKED.because();
        }
        Optional<Refused> obstacle = belongings.obstacle(person);
        if (obstacle.isPresent()) {
            throw obstacle.get();
        }
        Place home = person.places(person.account() == null ? PersonalTable.Tie.SERVED : PersonalTable.Tie.HOME)
                .get(0);
        Instant due = clock.instant().plus(config.erasureAfter());
        var erasure = new Erasure(
                ids.of(home.center()),
                person.account(),
                person.account() == null ? home.id() : null,
                Objects.requireNonNull(by.account()),
                clock.instant(),
                due);
        session.persist(erasure);
        timers.set(DUE, erasure.id(), due);
        return view(erasure, person);
    }

    /** The wish that waits. */
    public ErasureView see(Individual asked) {
        Individual person = belongings.meet(asked, Opening.ERASURE);
        return view(waiting(person).orElseThrow(ERASURE_NOT_ASKED::because), person);
    }

    /** Takes the wish back. */
    public ErasureView withdraw(Individual asked) {
        Individual person = belongings.meet(asked, Opening.ERASURE);
        Erasure erasure = waiting(person).orElseThrow(ERASURE_NOT_ASKED::because);
        erasure.withdraw(clock.instant());
        timers.cancel(DUE, erasure.id());
        return view(erasure, person);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DUE);
    }

    /** Forgets the person, or looks again tomorrow if something has come between. */
    @Override
    public void fire(Timer timer) {
        @Nullable Erasure erasure = session.find(Erasure.class, Erasure.Key.of(timer.subject()));
        if (erasure == null || !erasure.isWaiting()) {
            return;
        }
        Individual person = belongings.meet(erasure.person(), Opening.ERASURE);
        if (belongings.obstacle(person).isPresent()) {
            erasure.waitUntil(clock.instant().plus(AGAIN_AFTER));
            timers.set(DUE, erasure.id(), erasure.dueAt());
            return;
        }
        belongings.forget(person, erasure.by());
        session.flush();
        belongings.forgotten(person).forEach(rows::forget);
        erasure.isDone(clock.instant());
    }

    private Optional<Erasure> waiting(Individual person) {
        return session.createQuery(
                        "from Erasure where center = :center and state = WAITING"
                                + " and (account = :account or resident in :residents)",
                        Erasure.class)
                .setParameter("center", home(person))
                .setParameter("account", person.account(), UUID.class)
                .setParameter("residents", person.residents())
                .uniqueResultOptional();
    }

    private static String home(Individual person) {
        @Nullable UUID account = person.account();
        return Ids.centerOf(account == null ? person.residents().first() : account);
    }

    private ErasureView view(Erasure erasure, Individual person) {
        @Nullable
        String obstacle = erasure.isWaiting()
                ? belongings
                        .obstacle(person)
                        .map(refused -> Texts.of(
                                refused.type().getClass(),
                                "problem." + refused.type().slug() + ".title",
                                language.locale()))
                        .orElse(null)
                : null;
        return new ErasureView(
                erasure.id(),
                new Choice(erasure.state().name(), Texts.of(erasure.state(), language.locale())),
                erasure.askedAt(),
                erasure.dueAt(),
                erasure.endedAt(),
                obstacle,
                Texts.of(Erasing.class, "erasure.stays", language.locale()));
    }
}
