package org.diandan.sites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.diandan.http.Fault;
import org.diandan.shared.Area;
import org.jspecify.annotations.Nullable;

/**
 * Brings divisions in, all or none: adds new ones, ends those that are gone, and gives a new name to those that have one
 * while the old name stays known with the days on which it was valid. The same file again changes nothing.
 */
@ApplicationScoped
public class DivisionImport {

    private final DivisionRows rows;
    private final Clock clock;

    DivisionImport(DivisionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Imports a file, valid from today in China.
     *
     * @param csv {@code code,name,level,parent}
     * @param within the area that the file holds whole, so that what it lacks there is gone; absent if nothing is to end
     * @param language of the faults
     * @throws org.diandan.shared.Refused {@link SitesProblem#NOT_A_DIVISION_FILE}, or
     *     {@link SitesProblem#WRONG_DIVISIONS} with the faults
     */
    @Transactional
    public DivisionChanges run(String csv, @Nullable Area within, Locale language) {
        DivisionFile file = DivisionFile.parse(csv, language);
        refuse(file.faults());
        rows.lock();
        refuse(orphans(file, within, language));
        return rows.write(List.copyOf(file.rows().values()), within, LocalDate.ofInstant(clock.instant(), Sites.CHINA));
    }

    /** The rows whose parent is neither in the file nor valid and staying. */
    private List<Fault> orphans(DivisionFile file, @Nullable Area within, Locale language) {
        if (within != null && !file.rows().containsKey(within.code())) {
            return List.of(DivisionFile.fault(1, "code", "within", language, within));
        }
        Set<String> absent = new HashSet<>();
        for (DivisionFile.Row row : file.rows().values()) {
            if (!row.parent().isEmpty() && !file.rows().containsKey(row.parent())) {
                absent.add(row.parent());
            }
        }
        Set<String> known = rows.valid(absent);
        known.removeIf(code -> within != null && within.covers(code));
        return file.rows().values().stream()
                .filter(row -> absent.contains(row.parent()) && !known.contains(row.parent()))
                .limit(100)
                .map(row -> DivisionFile.fault(row.line(), "parent", "orphan", language, row.parent()))
                .toList();
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw SitesProblem.WRONG_DIVISIONS.because().with("errors", faults);
        }
    }
}
