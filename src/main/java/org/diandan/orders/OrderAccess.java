package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;

/** Opens an order for whom it exists; for everyone else it does not (404). */
@ApplicationScoped
class OrderAccess {

    private final Orders orders;
    private final CurrentUser user;
    private final IfMatch ifMatch;

    OrderAccess(Orders orders, CurrentUser user, IfMatch ifMatch) {
        this.orders = orders;
        this.user = user;
        this.ifMatch = ifMatch;
    }

    /** An order and what the caller is to it. */
    record Opened(Order order, Caller caller) {}

    /** Opens an order to read it. */
    Opened read(UUID id) {
        return opened(orders.find(id).orElseThrow(HttpProblem.NOT_FOUND::because), user.scope());
    }

    /** Opens an order to move it: nobody else can until the transaction ends, and a stale If-Match is refused. */
    Opened move(UUID id) {
        Opened opened = opened(orders.lock(id).orElseThrow(HttpProblem.NOT_FOUND::because), user.scope());
        ifMatch.check(opened.order().version());
        return opened;
    }

    Opened opened(Order order, Scope scope) {
        Set<Part> parts = Parties.parts(order, orders.parties(order.id()), scope);
        if (parts.isEmpty()) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return new Opened(order, new Caller(user.actor(), parts, scope.areas(Role.DISPATCHER)));
    }

    Scope scope() {
        return user.scope();
    }
}
