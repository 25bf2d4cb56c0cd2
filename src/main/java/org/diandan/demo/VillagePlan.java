package org.diandan.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.diandan.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is planted: the file {@code demo/village.json}. The divisions are real, the people are not.
 *
 * @param people the administrator of the demo is the one whose center is {@code 000000}
 */
record VillagePlan(List<PlannedSite> sites, List<PlannedPerson> people, List<PlannedTeam> teams) {

    /** A site by its division's code, or a Point by its parent. */
    record PlannedSite(@Nullable String code, @Nullable String parent, String name) {

        String place() {
            return code != null ? code : String.valueOf(parent);
        }
    }

    /**
     * A person.
     *
     * @param key how the tests and the README call them
     * @param login absent for those who sign in by one-time code alone
     * @param volunteerAt the home Station of a volunteer
     */
    record PlannedPerson(
            String key,
            String name,
            String center,
            String phone,
            @Nullable String login,
            @Nullable List<PlannedGrant> grants,
            @Nullable String volunteerAt,
            @Nullable String residentAt,
            @Nullable List<PlannedCertificate> certificates) {

        List<PlannedGrant> allGrants() {
            return grants == null ? List.of() : grants;
        }

        List<PlannedCertificate> allCertificates() {
            return certificates == null ? List.of() : certificates;
        }
    }

    record PlannedGrant(Role role, String scope) {}

    record PlannedCertificate(String kind, LocalDate validUntil) {}

    record PlannedTeam(
            String key,
            String name,
            String site,
            List<String> categories,
            String leader,
            List<String> members,
            @JsonProperty("coverage") @Nullable List<String> areas) {}
}
