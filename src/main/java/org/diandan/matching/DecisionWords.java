package org.diandan.matching;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.diandan.matching.Explanation.NotChosen;
import org.diandan.shared.Texts;
import org.diandan.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * A decision in sentences, for a coordinator who has to answer for it.
 *
 * @param team the name of the team that was asked; of the first of the ranking while the order waits; absent where there is
 *     none
 * @param zone of the Center
 */
record DecisionWords(RoutingDecision decision, @Nullable String team, ZoneId zone, Locale language) {

    private static final int NOON = 12;
    private static final int EVENING = 18;

    List<String> sentences(@Nullable String overrideReason) {
        Explanation explanation = decision.explanation();
        List<String> said = new ArrayList<>();
        said.add(outcome(explanation));
        if (explanation.askedFirst()) {
            said.add(text("asked-first", name()));
        }
        if (decision.isOverruled() && overrideReason != null) {
            said.add(text("overruled", overrideReason));
        }
        explanation.notChosen().forEach(other -> said.add(other(other, explanation)));
        if (!explanation.barred().isEmpty()) {
            said.add(text("barred", barred(explanation.barred())));
        }
        if (explanation.pricesLearnedAt() != null) {
            said.add(text("prices", age(explanation.pricesLearnedAt())));
        }
        explanation.provisos().forEach(proviso -> said.add(Texts.of(proviso, language)));
        return List.copyOf(said);
    }

    private String outcome(Explanation explanation) {
        return switch (decision.outcome()) {
            case ASKED -> text("asked", name(), explanation.score(), explanation.worth());
            case WAITS -> text("waits", name(), explanation.score(), explanation.worth());
            case NOBODY -> text("nobody");
        };
    }

    /** What the other team lacked: its place is kept, its week is fuller, or it is behind in some other term. */
    private String other(NotChosen other, Explanation chosen) {
        int ahead = free(other.points()) - free(chosen.points());
        if (ahead > 0 && costs(other, Term.PRICE)) {
            TimeWindow slot = other.slot();
            return text("kept", other.name(), ahead, slot == null ? "" : when(slot), -points(other, Term.PRICE));
        }
        if (ahead > 0 && costs(other, Term.LOAD)) {
            return text("loaded", other.name(), ahead, -points(other, Term.LOAD));
        }
        int behind = chosen.score() - other.score();
        if (behind < 0) {
            return text("ahead", other.name(), -behind);
        }
        Term lacked = other.lacked();
        return lacked == null
                ? text("equal", other.name())
                : text("behind", other.name(), behind, Texts.of(lacked, language));
    }

    /** What speaks for a team, whatever its place is worth to others. */
    private static int free(Map<Term, Integer> points) {
        return points.entrySet().stream()
                .filter(term -> term.getKey() != Term.PRICE && term.getKey() != Term.LOAD)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static boolean costs(NotChosen other, Term term) {
        return points(other, term) < 0;
    }

    private static int points(NotChosen other, Term term) {
        return other.points().getOrDefault(term, 0);
    }

    private String barred(Map<Obstacle, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> text("barred-by", Texts.of(count.getKey(), language), count.getValue()))
                .collect(Collectors.joining(text("and")));
    }

    private String when(TimeWindow slot) {
        ZonedDateTime from = slot.from().atZone(zone);
        String day = from.getDayOfWeek().getDisplayName(TextStyle.FULL, language);
        String part = from.getHour() < NOON ? "morning" : from.getHour() < EVENING ? "afternoon" : "evening";
        return text("slot", day, text(part));
    }

    private long age(Instant learnedAt) {
        return Math.max(0, Duration.between(learnedAt, decision.decidedAt()).toHours());
    }

    private String name() {
        return team == null ? "" : team;
    }

    private String text(String key, Object... arguments) {
        return Texts.of(DecisionWords.class, "decision." + key, language, arguments);
    }
}
