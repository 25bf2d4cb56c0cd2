package org.diandan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.TimeLimits;
import org.diandan.orders.OrderFacts;
import org.diandan.shared.Role;
import org.diandan.sites.Site;
import org.diandan.sites.Sites;
import org.diandan.tasks.NewTask;
import org.diandan.tasks.TaskKind;
import org.diandan.tasks.Tasks;
import org.diandan.volunteers.Teams;

/** Where the county has nobody: the Center's dispatcher is called, and told which neighbours might help. */
@ApplicationScoped
class LastResort {

    private static final int MOST_NEIGHBOURS = 20;

    private final Tasks tasks;
    private final TimeLimits limits;
    private final Catalogue catalogue;
    private final Sites sites;
    private final Teams teams;
    private final Clock clock;

    LastResort(Tasks tasks, TimeLimits limits, Catalogue catalogue, Sites sites, Teams teams, Clock clock) {
        this.tasks = tasks;
        this.limits = limits;
        this.catalogue = catalogue;
        this.sites = sites;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * A neighbouring Center that has teams for the service; the way there is to transfer the order.
     *
     * @param center its code
     * @param teams how many of its teams offer the category
     */
    record Neighbour(String center, String name, int teams) {}

    /** Calls the dispatcher, once for each search. */
    void call(OrderFacts order) {
        Instant due = limits.dueAt(Limit.LAST_RESORT, order.urgency(), order.service(), order.site(), clock.instant());
        var note = new StringBuilder(order.number());
        neighbours(order).forEach(neighbour -> note.append(" · ")
                .append(neighbour.name())
                .append(' ')
                .append(neighbour.center())
                .append(" (")
                .append(neighbour.teams())
                .append(')'));
        tasks.open(
                new NewTask(TaskKind.LAST_RESORT, order.center(), Role.DISPATCHER, order.id(), due, note.toString()));
    }

    /** The search goes on, or is over. */
    void settle(OrderFacts order) {
        tasks.settle(TaskKind.LAST_RESORT, order.id());
    }

    /** The Centers of the same prefecture that have teams for the order's service, by code. */
    List<Neighbour> neighbours(OrderFacts order) {
        String category = catalogue.get(order.service()).category();
        return sites.neighbours(order.center(), MOST_NEIGHBOURS).stream()
                .map(center -> neighbour(center, category))
                .filter(neighbour -> neighbour.teams() > 0)
                .toList();
    }

    private Neighbour neighbour(Site center, String category) {
        return new Neighbour(center.code(), center.name(), teams.offering(center.code(), category));
    }
}
