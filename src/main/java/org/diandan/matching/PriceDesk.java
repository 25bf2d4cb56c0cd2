package org.diandan.matching;

import static java.util.stream.Collectors.toMap;
import static org.diandan.shared.Role.AUDITOR;
import static org.diandan.shared.Role.DISPATCHER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.http.HttpProblem;
import org.diandan.identity.CurrentUser;
import org.diandan.matching.SlotPrices.KeptPrice;
import org.diandan.matching.SlotPrices.Learning;
import org.diandan.shared.Page;
import org.diandan.sites.Level;
import org.diandan.sites.Sites;
import org.diandan.volunteers.SlotFacts;
import org.diandan.volunteers.TeamFacts;
import org.diandan.volunteers.Teams;
import org.jspecify.annotations.Nullable;

/** Prices as the dispatchers and auditors of a Center read them. */
@ApplicationScoped
@Transactional
class PriceDesk {

    private final SlotPrices prices;
    private final Teams teams;
    private final Sites sites;
    private final CurrentUser user;
    private final Cursors cursors;
    private final MatchingConfig config;
    private final Clock clock;

    PriceDesk(
            SlotPrices prices,
            Teams teams,
            Sites sites,
            CurrentUser user,
            Cursors cursors,
            MatchingConfig config,
            Clock clock) {
        this.prices = prices;
        this.teams = teams;
        this.sites = sites;
        this.user = user;
        this.cursors = cursors;
        this.config = config;
        this.clock = clock;
    }

    Page<PriceLine> list(String center, @Nullable String cursor, int limit) {
        boolean isCenter =
                sites.find(center).filter(site -> site.level() == Level.CENTER).isPresent();
        if (!isCenter || !user.scope().covers(center, DISPATCHER, AUDITOR)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        Cursor after = cursors.decode(cursor);
        Optional<Learning> learning = prices.learning(center);
        if (learning.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<KeptPrice> kept = prices.after(
                center,
                after.isStart() ? new UUID(0, 0) : after.uuid(0),
                after.isStart() ? 0 : (int) after.number(1),
                limit + 1);
        Map<UUID, TeamFacts> known = teams.ofCenter(center).stream().collect(toMap(TeamFacts::id, Function.identity()));
        return Page.of(
                kept.stream()
                        .map(price -> line(price, known.get(price.price().team()), learning.get()))
                        .toList(),
                limit,
                line -> cursors.encode(line.team(), line.slot()));
    }

    private PriceLine line(KeptPrice kept, @Nullable TeamFacts team, Learning learning) {
        Optional<SlotFacts> slot = Optional.ofNullable(team).stream()
                .flatMap(facts -> facts.slots().stream())
                .filter(weekly -> weekly.slot() == kept.price().slot())
                .findFirst();
        return new PriceLine(
                kept.price().team(),
                team == null ? "" : team.name(),
                kept.price().slot(),
                slot.map(SlotFacts::day).orElse(null),
                slot.map(SlotFacts::from).orElse(null),
                slot.map(SlotFacts::to).orElse(null),
                kept.price().points(),
                kept.since(),
                kept.decided(),
                learning.at(),
                learning.period(),
                learning.source(),
                !learning.at().isBefore(clock.instant().minus(config.pricesHold())));
    }
}
