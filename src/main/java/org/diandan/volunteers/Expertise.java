package org.diandan.volunteers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A verified certificate of a team's member. */
record Expertise(UUID team, UUID account, Paper paper) {

    /**
     * Who of one team's members holds every certificate that is needed, valid on the day. Where a service needs none, any
     * valid one makes the expert that each team must have.
     */
    static List<UUID> experts(Collection<String> needed, Collection<Expertise> ofTeam, LocalDate day) {
        return papers(ofTeam).entrySet().stream()
                .filter(of -> standing(needed, of.getValue(), day) == Standing.QUALIFIED)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How one team stands: as its best member does. */
    static Standing standing(Collection<String> needed, Collection<Expertise> ofTeam, LocalDate day) {
        return papers(ofTeam).values().stream()
                .map(papers -> standing(needed, papers, day))
                .min(Standing::compareTo)
                .orElse(Standing.MISSING);
    }

    private static Standing standing(Collection<String> needed, List<Paper> papers, LocalDate day) {
        if (needed.isEmpty()) {
            return papers.stream().anyMatch(paper -> paper.countsOn(day))
                    ? Standing.QUALIFIED
                    : papers.stream().anyMatch(paper -> paper.endedBefore(day)) ? Standing.EXPIRED : Standing.MISSING;
        }
        var qualification = Qualification.of(needed, papers, day);
        if (!qualification.missing().isEmpty()) {
            return Standing.MISSING;
        }
        return qualification.complete() ? Standing.QUALIFIED : Standing.EXPIRED;
    }

    private static Map<UUID, List<Paper>> papers(Collection<Expertise> ofTeam) {
        return ofTeam.stream()
                .collect(groupingBy(Expertise::account, TreeMap::new, mapping(Expertise::paper, toList())));
    }
}
