package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.PairRule;
import org.diandan.orders.OrderFacts;
import org.diandan.residents.Residents;
import org.diandan.volunteers.Sex;
import org.diandan.volunteers.VolunteerFacts;
import org.diandan.volunteers.Volunteers;
import org.jspecify.annotations.Nullable;

/**
 * Who must come together: two people, or one at least of the resident's sex, where the service or the resident asks for it.
 *
 * <p>No record of a resident has a sex. It is known where the resident said so when ordering, or is a volunteer too who
 * told it; else the rule of the service cannot be held, and the visit says so. A volunteer need not tell it either: who has
 * not may come, and it is settled with them.
 */
@ApplicationScoped
class Together {

    private static final int PAIR = 2;

    private final VisitRows rows;
    private final Volunteers volunteers;
    private final Residents residents;
    private final Catalogue catalogue;

    Together(VisitRows rows, Volunteers volunteers, Residents residents, Catalogue catalogue) {
        this.rows = rows;
        this.volunteers = volunteers;
        this.residents = residents;
        this.catalogue = catalogue;
    }

    /** How many have to be there before the visit starts. */
    int atTheStart(VisitFacts visit, OrderFacts order) {
        var service = catalogue.get(visit.service());
        boolean wished = order.leastPeople() > service.people();
        return service.pairRule() == PairRule.TWO_PEOPLE || wished ? PAIR : 1;
    }

    /** @throws org.diandan.shared.Refused if somebody of the resident's sex has to come first, and this volunteer is not */
    void check(VolunteerFacts volunteer, VisitFacts visit, OrderFacts order) {
        if (order.wishedSex() != null) {
            if (isOther(volunteer.sex(), order.wishedSex())) {
                throw VisitsProblem.OTHER_SEX_WISHED.because();
            }
            return;
        }
        Sex sex = asksForSameSex(visit) ? sexOf(visit.resident()) : null;
        if (sex != null && isOther(volunteer.sex(), sex) && !isOneComing(visit.id(), sex)) {
            throw VisitsProblem.SAME_SEX_FIRST.because();
        }
    }

    /** What whoever comes has to know about it. */
    List<VisitNotice> notices(VisitFacts visit, OrderFacts order) {
        List<VisitNotice> notices = new ArrayList<>();
        if (atTheStart(visit, order) == PAIR) {
            notices.add(VisitNotice.TWO_TOGETHER);
        }
        if (asksForSameSex(visit) && order.wishedSex() == null && sexOf(visit.resident()) == null) {
            notices.add(VisitNotice.SEX_UNKNOWN);
        }
        return notices;
    }

    private boolean asksForSameSex(VisitFacts visit) {
        return catalogue.get(visit.service()).pairRule() == PairRule.SAME_SEX;
    }

    private @Nullable Sex sexOf(UUID resident) {
        UUID account = residents.facts(resident).account();
        return account == null
                ? null
                : volunteers.find(account).map(VolunteerFacts::sex).orElse(null);
    }

    private boolean isOneComing(UUID visit, Sex sex) {
        return rows.attendances(visit).stream().filter(Attendance::isActive).anyMatch(attendance -> volunteers
                .find(attendance.volunteer())
                .filter(volunteer -> volunteer.sex() == sex)
                .isPresent());
    }

    private static boolean isOther(@Nullable Sex sex, Sex asked) {
        return sex != null && sex != asked;
    }
}
