package org.diandan.walls;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;

/** Somebody of the first place who holds every role there is, so that no door stops what is in the request. */
@ApplicationScoped
class Everybody {

    private final People people;
    private Person person;

    Everybody(People people) {
        this.people = people;
    }

    synchronized Person at(Place place) {
        if (person == null) {
            List<Grant> grants = new ArrayList<>();
            for (Role role : Role.values()) {
                grants.add(new Grant(
                        role,
                        switch (role.reach()) {
                            case SELF, INSTALLATION -> "";
                            case TEAM -> place.get("team");
                            case AREA -> place.get("center");
                        }));
            }
            person = people.account(place.get("center"), grants.toArray(Grant[]::new));
        }
        return person;
    }
}
