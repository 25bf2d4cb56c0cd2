package org.diandan.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.diandan.identity.People;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;

/** Callers of Boxing county with one role or none, for tests of what does not ask for more. */
@Singleton
class Callers {

    private static final String BOXING = "371625";

    @Inject
    People people;

    @Inject
    Ids ids;

    /** A new account without any role. */
    Api somebody() {
        return people.account(BOXING).api();
    }

    /** A new account with this role alone; leaders and experts are of a team that is not there. */
    Api of(Role role) {
        return switch (role.reach()) {
            case SELF -> people.account(BOXING, new Grant(role, "")).api();
            case TEAM ->
                people.account(BOXING, new Grant(role, ids.of(BOXING).toString()))
                        .api();
            case AREA -> people.account(BOXING, new Grant(role, BOXING)).api();
            case INSTALLATION -> people.admin().api();
        };
    }
}
