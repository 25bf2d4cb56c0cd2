package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Fault;
import org.diandan.http.Language;
import org.diandan.shared.Ids;
import org.diandan.shared.Texts;
import org.diandan.volunteers.Teams;

/** Understands whom a resident would like to come, by what is known of the resident's earlier orders. */
@ApplicationScoped
class Wishing {

    private final Orders orders;
    private final Teams teams;
    private final Language language;

    Wishing(Orders orders, Teams teams, Language language) {
        this.orders = orders;
        this.teams = teams;
        this.language = language;
    }

    /** @throws org.diandan.shared.Refused if the same helper is wished for and nobody has come yet */
    Company company(Whom whom, UUID resident) {
        if (!whom.wantsSameHelper()) {
            return new Company(whom, List.of());
        }
        List<UUID> helpers = orders.lastHelpers(resident);
        if (helpers.isEmpty()) {
            throw OrderProblem.NO_HELPER_YET.because();
        }
        return new Company(whom, helpers);
    }

    /**
     * The teams that are not to come: those that the resident names now; a resident who says nothing about it means what
     * held for the last order.
     *
     * @throws org.diandan.shared.Refused if a team is none of the Center
     */
    List<UUID> excludedTeams(Whom whom, UUID resident) {
        List<UUID> named = whom.notTeams();
        if (named == null) {
            return orders.lastExcludedTeams(resident);
        }
        String center = Ids.centerOf(resident);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            UUID team = named.get(i);
            if (teams.find(team).filter(known -> known.center().equals(center)).isEmpty()) {
                String detail = Texts.of(Whom.class, "whom.no-such-team", language.locale(), team);
                faults.add(Fault.at("/whom/notTeams/" + i, detail));
            }
        }
        if (!faults.isEmpty()) {
            throw Fault.refuse(faults);
        }
        return named.stream().distinct().toList();
    }
}
