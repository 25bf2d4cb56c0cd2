package org.diandan.volunteers;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Area;
import org.jspecify.annotations.Nullable;

/** A volunteer service team (志愿服务队): where it goes, what it offers, when it has time. */
@Entity
@IdClass(Key.class)
class Team {
    @Id
    private String center;

    @Id
    private UUID id;

    private String name;
    private String site;
    private @Nullable UUID organisationId;
    private List<String> categories = List.of();
    private List<String> coverage = List.of();

    @ElementCollection
    @CollectionTable(
            name = "team_reach",
            joinColumns = {@JoinColumn(name = "center"), @JoinColumn(name = "team_id")})
    private Set<Reach> reach = new HashSet<>();

    @ElementCollection
    @CollectionTable(
            name = "team_slot",
            joinColumns = {@JoinColumn(name = "center"), @JoinColumn(name = "team_id")})
    private Set<SlotFacts> slots = new HashSet<>();

    private int nextSlot = 1;

    @Enumerated(EnumType.STRING)
    private TeamState state = TeamState.ACTIVE;

    private @Nullable String reason;
    private Instant changedAt;
    private UUID changedBy;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Team() {}

    /** A team of a site, whose id carries the site's center; it covers its home site until told otherwise. */
    Team(UUID id, String site, String name, UUID dispatcher, Instant now) {
        this.center = Area.centerOf(site);
        this.id = id;
        this.site = site;
        this.name = name;
        this.changedAt = now;
        this.changedBy = dispatcher;
        this.coverage = List.of(site);
    }

    /** What this team is called and offers from now on. */
    void offer(String newName, Collection<String> newCategories, @Nullable UUID newOrganisation) {
        name = newName;
        categories = List.copyOf(new LinkedHashSet<>(newCategories));
        organisationId = newOrganisation;
        reachOut();
    }

    /** Goes to these areas and everything below them, all inside its own Center. */
    void cover(Collection<String> areas) {
        for (String area : areas) {
            if (!area.startsWith(center)) {
                throw VolunteersProblem.COVERAGE_OUTSIDE.because(area, center);
            }
        }
        coverage = List.copyOf(new LinkedHashSet<>(areas));
        reachOut();
    }

    /** Has time at these hours of each week; a slot that stays at its time keeps its number. */
    void offerSlots(List<WeeklySlot> wanted) {
        WeeklyWindow.check(wanted.stream().map(WeeklySlot::window).toList());
        var kept = new HashSet<SlotFacts>();
        for (WeeklySlot slot : wanted) {
            kept.add(slot.numbered(numberOf(slot)));
        }
        slots.retainAll(kept);
        slots.addAll(kept);
    }

    void suspend(String why) {
        state = TeamState.SUSPENDED;
        reason = why;
    }

    void resume() {
        state = TeamState.ACTIVE;
        reason = null;
    }

    /** Ends the team for good; nobody finds it any more when looking for one. */
    void dissolve(String why) {
        state = TeamState.DISSOLVED;
        reason = why;
        reach.clear();
    }

    /** Notes who changed it; also makes the version move when only the areas or slots did. */
    void changed(UUID by, Instant now) {
        changedAt = now;
        changedBy = by;
    }

    private int numberOf(WeeklySlot slot) {
        return slots.stream()
                .filter(known -> known.isAt(slot.day(), slot.from(), slot.to()))
                .findFirst()
                .map(SlotFacts::slot)
                .orElseGet(() -> nextSlot++);
    }

    private void reachOut() {
        var wanted = new HashSet<Reach>();
        for (String area : coverage) {
            for (String category : categories) {
                wanted.add(new Reach(area, category));
            }
        }
        reach.retainAll(wanted);
        reach.addAll(wanted);
    }

    /** What this team is to others: no person in it. */
    TeamFacts facts() {
        return new TeamFacts(
                id,
                center,
                name,
                site,
                TeamFacts.ordered(categories),
                List.copyOf(coverage),
                state == TeamState.ACTIVE,
                SlotFacts.inOrder(slots));
    }

    Set<Reach> reach() {
        return Set.copyOf(reach);
    }

    String center() {
        return center;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String site() {
        return site;
    }

    @Nullable
    UUID organisation() {
        return organisationId;
    }

    List<String> categories() {
        return categories;
    }

    List<String> coverage() {
        return coverage;
    }

    List<SlotFacts> slots() {
        return SlotFacts.inOrder(slots);
    }

    TeamState state() {
        return state;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** Who answers for the last change. */
    UUID changedBy() {
        return changedBy;
    }

    int version() {
        return version;
    }
}
