package org.diandan.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.http.Language;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Choice;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.diandan.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Routings as their callers read them. */
@ApplicationScoped
@Transactional
class RoutingViews {

    private final Routings routings;
    private final RoutingAccess access;
    private final CurrentUser user;
    private final Cursors cursors;
    private final Language language;
    private final ObjectMapper json;

    RoutingViews(
            Routings routings,
            RoutingAccess access,
            CurrentUser user,
            Cursors cursors,
            Language language,
            ObjectMapper json) {
        this.routings = routings;
        this.access = access;
        this.user = user;
        this.cursors = cursors;
        this.language = language;
        this.json = json;
    }

    RoutingView get(UUID id) {
        return of(access.read(id));
    }

    /** Flushes first, so that the view carries the version that will be kept. */
    RoutingView of(Routing routing) {
        routings.flush();
        return RoutingView.of(
                routing,
                new Choice(routing.state().name(), Texts.of(routing.state(), language.locale())),
                access.isLeader(routing),
                access.mayExplain(routing) ? read(routing.explanation()) : null);
    }

    /** All questions about an order, for its dispatchers and auditors. */
    Page<RoutingLine> ofOrder(UUID order) {
        return new Page<>(routings.ofOrder(access.readOrder(order).id()), null);
    }

    /** What the caller's teams were asked, what changed last first. */
    Page<RoutingLine> mine(
            Set<RoutingState> states, @Nullable Instant updatedSince, @Nullable String cursor, int limit) {
        Cursor after = cursors.decode(cursor);
        List<RoutingLine> rows =
                routings.ofTeams(user.scope().teams(Role.LEADER), states, updatedSince, after, limit + 1);
        return Page.of(rows, limit, row -> cursors.encode(row.updatedAt(), row.id()));
    }

    private Explanation read(String explanation) {
        try {
            return json.readValue(explanation, Explanation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written here can be read", e);
        }
    }
}
