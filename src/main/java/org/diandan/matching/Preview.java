package org.diandan.matching;

import static org.diandan.matching.Backlog.NOWHERE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diandan.matching.Backlog.Option;
import org.diandan.matching.Backlog.Place;
import org.diandan.matching.Backlog.Solution;
import org.diandan.matching.Backlog.Waiting;
import org.jspecify.annotations.Nullable;

/** What a plan would change, and why; nothing of it has happened. */
record Preview(List<Move> moves, PlanTotals totals) {

    private static final int TOWNSHIP_DIGITS = 9;

    /**
     * An order goes elsewhere.
     *
     * @param pointsBefore points of the place that it has, without load and price; absent where it has none
     * @param priceBefore what that place is worth to other orders
     * @param to where it goes; absent where it waits from then on
     * @param gain points by which the whole would be worse, at most, if it stayed: what the order gains itself, and what
     *     the place that it leaves is worth to others
     */
    record Move(
            Waiting waiting,
            @Nullable Integer pointsBefore,
            @Nullable Integer priceBefore,
            @Nullable Place to,
            @Nullable Integer points,
            @Nullable Integer price,
            int gain,
            MoveReason why) {}

    static Preview of(Backlog backlog, Solution solution) {
        int[] held = held(backlog);
        var moves = new ArrayList<Move>();
        for (int order = 0; order < backlog.orders().size(); order++) {
            Waiting waiting = backlog.orders().get(order);
            int then = solution.options().get(order);
            boolean stays = then == NOWHERE ? waiting.asked() == null : then == waiting.now();
            if (!stays) {
                moves.add(move(backlog, solution.prices(), held, waiting, then));
            }
        }
        return new Preview(List.copyOf(moves), totals(backlog, solution.options(), moves.size()));
    }

    /** How many orders hold each place now. */
    private static int[] held(Backlog backlog) {
        int[] held = new int[backlog.places().size()];
        backlog.orders().stream()
                .filter(order -> order.now() != NOWHERE)
                .forEach(order -> held[order.options().get(order.now()).place()]++);
        return held;
    }

    private static Move move(Backlog backlog, List<Integer> prices, int[] held, Waiting waiting, int then) {
        Option from = option(waiting, waiting.now());
        Option to = option(waiting, then);
        int left = from == null ? 0 : prices.get(from.place()) - waiting.value() - from.score();
        int taken = to == null ? 0 : waiting.value() + to.score();
        return new Move(
                waiting,
                from == null ? null : from.score(),
                from == null ? null : prices.get(from.place()),
                to == null ? null : backlog.places().get(to.place()),
                to == null ? null : to.score(),
                to == null ? null : prices.get(to.place()),
                left + taken,
                why(backlog, held, waiting, from, to));
    }

    private static MoveReason why(
            Backlog backlog, int[] held, Waiting waiting, @Nullable Option from, @Nullable Option to) {
        if (to == null) {
            return from == null ? MoveReason.NO_LONGER_POSSIBLE : MoveReason.NEEDED_MORE;
        }
        if (waiting.asked() == null) {
            boolean free = held[to.place()] < backlog.places().get(to.place()).free();
            return free ? MoveReason.HAS_ROOM : MoveReason.ROOM_IS_MADE;
        }
        if (from == null) {
            return MoveReason.NO_LONGER_POSSIBLE;
        }
        boolean sameTeam = backlog.places()
                .get(from.place())
                .team()
                .equals(backlog.places().get(to.place()).team());
        if (sameTeam) {
            return MoveReason.OTHER_TIME;
        }
        return to.score() > from.score() ? MoveReason.SUITS_BETTER : MoveReason.KEPT_FOR_OTHERS;
    }

    private static @Nullable Option option(Waiting waiting, int index) {
        return index == NOWHERE ? null : waiting.options().get(index);
    }

    private static PlanTotals totals(Backlog backlog, List<Integer> then, int moves) {
        List<Integer> now = backlog.present();
        Map<String, PlanTotals.Township> townships = new TreeMap<>();
        for (int order = 0; order < then.size(); order++) {
            Waiting waiting = backlog.orders().get(order);
            String site = waiting.order().site();
            boolean asked = waiting.asked() != null;
            boolean stays = then.get(order) == NOWHERE ? !asked : then.get(order) == waiting.now();
            townships.merge(
                    site.substring(0, Math.min(TOWNSHIP_DIGITS, site.length())),
                    new PlanTotals.Township(
                            site.substring(0, Math.min(TOWNSHIP_DIGITS, site.length())),
                            1,
                            asked ? 1 : 0,
                            then.get(order) == NOWHERE ? 0 : 1,
                            stays ? 0 : 1),
                    PlanTotals.Township::and);
        }
        return new PlanTotals(
                then.size(),
                backlog.leftAlone(),
                (int) backlog.orders().stream()
                        .filter(order -> order.options().isEmpty())
                        .count(),
                townships.values().stream()
                        .mapToInt(PlanTotals.Township::matchedNow)
                        .sum(),
                (int) then.stream().filter(option -> option != NOWHERE).count(),
                backlog.objective(now),
                backlog.objective(then),
                moves,
                List.copyOf(townships.values()));
    }
}
