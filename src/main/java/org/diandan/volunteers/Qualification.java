package org.diandan.volunteers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a person lacks for a service at a time.
 *
 * @param missing kinds of certificate that the service needs and the person does not hold
 * @param expired kinds that the person held, and the last day of the latest
 * @param insured whether a verified insurance covers the person then, whether or not the service needs one
 */
public record Qualification(List<String> missing, Map<String, LocalDate> expired, boolean insured) {

    public Qualification {
        missing = List.copyOf(missing);
        expired = Map.copyOf(expired);
    }

    /** Tells whether every certificate is there and valid; insurance is a question of its own. */
    public boolean complete() {
        return missing.isEmpty() && expired.isEmpty();
    }

    /** Judges verified papers of one person on a day. */
    static Qualification of(Collection<String> needed, Collection<Paper> papers, LocalDate day) {
        var missing = new ArrayList<String>();
        var expired = new LinkedHashMap<String, LocalDate>();
        for (String kind : needed) {
            var held =
                    papers.stream().filter(paper -> paper.kind().equals(kind)).toList();
            if (held.stream().anyMatch(paper -> paper.countsOn(day))) {
                continue;
            }
            held.stream()
                    .filter(paper -> paper.endedBefore(day))
                    .map(Paper::until)
                    .filter(Objects::nonNull)
                    .max(LocalDate::compareTo)
                    .ifPresentOrElse(until -> expired.put(kind, until), () -> missing.add(kind));
        }
        boolean insured =
                papers.stream().anyMatch(paper -> paper.kind().equals(Certificate.INSURANCE) && paper.countsOn(day));
        return new Qualification(missing, expired, insured);
    }
}
