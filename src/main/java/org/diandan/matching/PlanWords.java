package org.diandan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.diandan.matching.PlanChange.After;
import org.diandan.matching.PlanChange.Before;
import org.diandan.matching.PlanChangeLine.Side;
import org.diandan.shared.Area;
import org.diandan.shared.Choice;
import org.diandan.shared.Texts;
import org.diandan.shared.TimeWindow;
import org.diandan.sites.Sites;
import org.jspecify.annotations.Nullable;

/** Says what a plan changes, and why, to the person who is to confirm it. */
@ApplicationScoped
class PlanWords {

    private final Sites sites;

    PlanWords(Sites sites) {
        this.sites = sites;
    }

    PlanChangeLine line(PlanChange change, Locale language) {
        return new PlanChangeLine(
                change.number(),
                change.order(),
                change.orderNumber(),
                change.site(),
                change.service(),
                from(change.before()),
                to(change.after()),
                change.gain(),
                new Choice(change.why().name(), why(change, language)),
                new Choice(change.state().name(), Texts.of(change.state(), language)),
                skipped(change, language),
                change.routing(),
                change.doneAt());
    }

    /** Arguments: 0 team before, 1 its time, 2 team after, 3 its time, 4 by how many points the scores differ, 5 the price before. */
    private String why(PlanChange change, Locale language) {
        Before before = change.before();
        After after = change.after();
        ZoneId zone = sites.zone(Area.centerOf(change.site()));
        int points = before == null || before.points() == null ? 0 : before.points();
        int price = before == null || before.price() == null ? 0 : before.price();
        return Texts.of(
                MoveReason.class,
                "MoveReason." + change.why().name(),
                language,
                before == null ? "" : before.name(),
                before == null ? "" : time(before.time(), zone, language),
                after == null ? "" : after.name(),
                after == null ? "" : time(after.time(), zone, language),
                after == null ? 0 : Math.abs(after.points() - points),
                price);
    }

    private static @Nullable Choice skipped(PlanChange change, Locale language) {
        if (change.skipped() == null) {
            return null;
        }
        String text = Texts.of(change.skipped(), language);
        return new Choice(
                change.skipped().name(),
                change.obstacle() == null ? text : text + ": " + Texts.of(change.obstacle(), language));
    }

    private static String time(TimeWindow slot, ZoneId zone, Locale language) {
        var day = DateTimeFormatter.ofPattern("EEE MM-dd HH:mm", language).withZone(zone);
        var end = DateTimeFormatter.ofPattern("HH:mm", language).withZone(zone);
        return day.format(slot.from()) + "–" + end.format(slot.to());
    }

    private static @Nullable Side from(@Nullable Before before) {
        return before == null
                ? null
                : new Side(before.team(), before.name(), before.time(), before.points(), before.price());
    }

    private static @Nullable Side to(@Nullable After after) {
        return after == null ? null : new Side(after.team(), after.name(), after.time(), after.points(), after.price());
    }
}
