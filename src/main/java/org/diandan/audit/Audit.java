package org.diandan.audit;

import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.shared.Actor;
import org.diandan.shared.Area;
import org.diandan.shared.Caller;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Where rooms write who saw whom and who decided what. In the caller's transaction: what is not kept did not happen, and
 * what happened is kept. Writers do not wait for each other.
 */
@ApplicationScoped
@Transactional
public class Audit {

    /** The entry and its place in the queue of the sealer in one statement: one way to the database and back. */
    private static final String WRITE = """
            with entry as (
                insert into audit_entry (center, id, kind, at, site, actor, operation, decision,
                    subject_kind, subject, through_kind, through, detail)
                values (:center, :id, :kind, :at, :site, :actor, :operation, :decision,
                    :subjectKind, :subject, :throughKind, :through, :detail))
            insert into audit_unsealed (center, id) values (:center, :id)""";

    private static final int LONGEST_DETAIL = 200;

    private final Session session;
    private final Caller caller;
    private final Operation operation;
    private final Ids ids;
    private final Clock clock;

    Audit(Session session, Caller caller, Operation operation, Ids ids, Clock clock) {
        this.session = session;
        this.caller = caller;
        this.operation = operation;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes that the caller of this request is shown these fields of a person in full. Not for people who look at
     * themselves: the room that shows it knows who that is.
     *
     * @param site the site that the person or the order belongs to; auditors of its areas read the entry
     * @param person whose data they are
     * @param through the order or visit that it was seen through; absent where the person's own record was opened
     */
    public void looked(String site, Subject person, Collection<Field> fields, @Nullable Subject through) {
        String names = fields.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
        write(Entry.Kind.LOOK, site, caller.actor(), null, person, through, names);
    }

    /**
     * Writes that somebody decided something.
     *
     * @param by who; the program too decides, when a time has come
     * @param site the site that it concerns; empty for the whole installation
     * @param about whom or what it concerns
     * @param detail codes that say more, such as the role and scope granted, at most 200 characters; never personal data
     */
    public void decided(Decision decision, Actor by, String site, Subject about, String detail) {
        write(Entry.Kind.DECISION, site, by, decision, about, null, detail);
    }

    private void write(
            Entry.Kind kind,
            String site,
            Actor actor,
            @Nullable Decision decision,
            Subject subject,
            @Nullable Subject through,
            String detail) {
        String center = site.length() < 6 ? Ids.INSTALLATION : Area.centerOf(site);
        // No entity has a row in these tables, so that there is nothing to flush before.
        session.createNativeMutationQuery(WRITE)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center)
                .setParameter("id", ids.of(center))
                .setParameter("kind", kind.name())
                .setParameter("at", clock.instant())
                .setParameter("site", site)
                .setParameter("actor", actor.account(), UUID.class)
                .setParameter("operation", isInRequest() ? operation.name() : Operation.NONE)
                .setParameter("decision", decision == null ? null : decision.name(), String.class)
                .setParameter("subjectKind", subject.kind().name())
                .setParameter("subject", subject.id())
                .setParameter(
                        "throughKind", through == null ? null : through.kind().name(), String.class)
                .setParameter("through", through == null ? null : through.id(), String.class)
                .setParameter("detail", detail.substring(0, Math.min(LONGEST_DETAIL, detail.length())))
                .executeUpdate();
    }

    private static boolean isInRequest() {
        return Arc.container().requestContext().isActive();
    }
}
