package org.diandan.orders;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.TimeWindow;
import org.diandan.shared.Urgency;
import org.diandan.volunteers.Sex;
import org.jspecify.annotations.Nullable;

/**
 * An order as the rooms above read it.
 *
 * @param requester the account that placed it
 * @param wished when the resident would like it
 * @param team the team that has it, from the accepted routing on
 * @param routing the routing by which the team has it
 * @param expert who signed the plan off
 * @param wishedHelpers those who came to the resident last, where the resident would like them again; accounts
 * @param wishedSex of the helpers, where the resident said so
 * @param leastPeople how many have to come together at least: the service's number, or two where two were wished for
 * @param excludedTeams teams that the resident does not want
 * @param previousTeam the team of the last round, to be asked first
 * @param timeAgreed whether the resident agreed to the planned visits
 * @param plan the work order that was signed off last, absent while it is prepared
 */
public record OrderFacts(
        UUID id,
        String center,
        String number,
        OrderState state,
        int round,
        int version,
        String service,
        String site,
        Urgency urgency,
        UUID resident,
        UUID requester,
        @Nullable TimeWindow wished,
        @Nullable UUID team,
        @Nullable UUID routing,
        @Nullable UUID expert,
        Set<UUID> wishedHelpers,
        @Nullable Sex wishedSex,
        int leastPeople,
        Set<UUID> excludedTeams,
        @Nullable UUID previousTeam,
        boolean timeAgreed,
        @Nullable Plan plan,
        Instant createdAt,
        Instant dueAt) {

    static OrderFacts of(Order order, int usualPeople, @Nullable UUID expert, @Nullable Plan plan) {
        Need need = order.need();
        return new OrderFacts(
                order.id(),
                order.center(),
                order.number(),
                order.state(),
                order.round().number(),
                order.version(),
                need.service(),
                need.site(),
                need.urgency(),
                order.resident(),
                order.requester(),
                need.wished(),
                order.team(),
                order.assignment().routing(),
                expert,
                Set.copyOf(need.company().helpers()),
                need.company().sex(),
                need.company().people(usualPeople),
                Set.copyOf(order.assignment().excludedTeams()),
                order.assignment().previousTeam(),
                order.round().timeAgreed(),
                plan,
                order.createdAt(),
                order.dueAt());
    }
}
