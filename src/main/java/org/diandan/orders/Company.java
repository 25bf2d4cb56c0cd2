package org.diandan.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diandan.volunteers.Sex;
import org.jspecify.annotations.Nullable;

/** Whom the resident would like to come, as it was understood when the order was placed. */
@Embeddable
class Company {

    private static final int PAIR = 2;

    /** Those who came last time, where the resident would like them again. */
    @Column(columnDefinition = "uuid[]")
    private List<UUID> wishedHelpers = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private @Nullable Sex wishedSex;

    private boolean wishedTwo;

    Company() {}

    Company(Whom whom, List<UUID> helpers) {
        this.wishedHelpers = List.copyOf(helpers);
        this.wishedSex = whom.sex();
        this.wishedTwo = Boolean.TRUE.equals(whom.twoPeople());
    }

    List<UUID> helpers() {
        return wishedHelpers;
    }

    @Nullable
    Sex sex() {
        return wishedSex;
    }

    /** How many are to come at least, where the service sends so many anyway. */
    int people(int usual) {
        return wishedTwo ? Math.max(PAIR, usual) : usual;
    }

    /**
     * As the resident said it.
     *
     * @param notTeams absent for those who are not told whom the resident does not want
     */
    Whom whom(@Nullable List<UUID> notTeams) {
        return new Whom(!wishedHelpers.isEmpty(), wishedSex, wishedTwo, notTeams);
    }
}
