package org.diandan.matching;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diandan.shared.TimeWindow;
import org.diandan.volunteers.SlotFacts;
import org.jspecify.annotations.Nullable;

/**
 * When a team may come: its weekly slots laid over the days that suit an order, in the Center's time zone.
 *
 * @param window in which the visit is sought
 * @param wished whether the resident asked for this window; else it is the time ahead and the first free slot is taken
 * @param least how much of a slot must lie in the window; a slot that is shorter must lie in it wholly
 */
record Slots(TimeWindow window, boolean wished, Duration least, ZoneId zone) {

    /** A slot of a team on a day. */
    record Key(LocalDate on, int slot) {}

    /** What the search for a place came to. */
    record Found(Availability availability, @Nullable Opening opening, Load load) {}

    /** A wish that has passed while teams were asked counts as none: somebody still waits. */
    static Slots of(@Nullable TimeWindow wished, Duration usualDuration, Instant now, Period horizon, ZoneId zone) {
        if (wished == null || !wished.to().isAfter(now)) {
            Instant end = now.atZone(zone).plus(horizon).toInstant();
            return new Slots(new TimeWindow(now, end), false, usualDuration, zone);
        }
        Instant from = wished.from().isAfter(now) ? wished.from() : now;
        return new Slots(new TimeWindow(from, wished.to()), true, usualDuration, zone);
    }

    /** The day that the window begins on. */
    LocalDate wishedDay() {
        return day(window.from());
    }

    /** The first day whose load is looked at: the Monday of the week that the window begins in. */
    LocalDate firstDay() {
        return monday(day(window.from()));
    }

    /** The last day whose load is looked at: the Sunday of the week that the window ends in. */
    LocalDate lastDay() {
        return monday(day(window.to())).plusDays(6);
    }

    /**
     * The place that is worth least to others, and among such the first.
     *
     * @param used how many orders the team holds in a slot on a day; none where there is no entry
     * @param prices what a place is worth by the slot's number; nothing where there is no entry
     */
    Found find(List<SlotFacts> weekly, Map<Key, Integer> used, Map<Integer, Integer> prices) {
        Optional<Opening> cheapest = suitable(weekly)
                .filter(opening -> hasRoom(opening, used))
                .min(Comparator.comparing(opening -> prices.getOrDefault(opening.slot(), 0)));
        if (cheapest.isPresent()) {
            return new Found(
                    Availability.OPEN,
                    cheapest.get(),
                    load(weekly, used, cheapest.get().on()));
        }
        Load load = load(weekly, used, day(window.from()));
        if (suitable(weekly).findFirst().isEmpty()) {
            return new Found(Availability.NO_SLOT, null, load);
        }
        return new Found(wished ? Availability.SLOT_FULL : Availability.ALL_FULL, null, load);
    }

    /** All places that suit and have room, the earliest first; the parameter as in {@link #find}. */
    List<Opening> openings(List<SlotFacts> weekly, Map<Key, Integer> used) {
        return suitable(weekly).filter(opening -> hasRoom(opening, used)).toList();
    }

    /** The earliest first, and those of a day in the order of the slots. */
    private Stream<Opening> suitable(List<SlotFacts> weekly) {
        LocalDate first = day(window.from());
        LocalDate last = day(window.to());
        var openings = new ArrayList<Opening>();
        for (SlotFacts slot : weekly) {
            LocalDate on = first.with(TemporalAdjusters.nextOrSame(slot.day()));
            for (; !on.isAfter(last); on = on.plusWeeks(1)) {
                TimeWindow time = at(slot, on);
                if (suits(time)) {
                    openings.add(new Opening(on, slot.slot(), time, slot.capacity()));
                }
            }
        }
        openings.sort(Comparator.comparing(Opening::on));
        return openings.stream();
    }

    private static boolean hasRoom(Opening opening, Map<Key, Integer> used) {
        return used.getOrDefault(opening.key(), 0) < opening.capacity();
    }

    private boolean suits(TimeWindow slot) {
        if (!slot.overlaps(window)) {
            return false;
        }
        Duration shared = Duration.between(later(slot.from(), window.from()), earlier(slot.to(), window.to()));
        return shared.compareTo(least) >= 0 || window.contains(slot) || (wished && slot.contains(window));
    }

    private TimeWindow at(SlotFacts slot, LocalDate on) {
        return new TimeWindow(
                on.atTime(slot.from()).atZone(zone).toInstant(),
                on.atTime(slot.to()).atZone(zone).toInstant());
    }

    private static Load load(List<SlotFacts> weekly, Map<Key, Integer> used, LocalDate on) {
        LocalDate monday = monday(on);
        int taken = used.entrySet().stream()
                .filter(entry -> monday(entry.getKey().on()).equals(monday))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Load(taken, weekly.stream().mapToInt(SlotFacts::capacity).sum());
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
