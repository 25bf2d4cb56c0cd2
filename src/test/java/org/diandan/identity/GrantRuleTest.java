package org.diandan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Scope.Grant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrantRuleTest {

    private static final String COUNTY = "371625";
    private static final String TOWNSHIP = "371625003";
    private static final String VILLAGE = "371625003010";

    @ParameterizedTest
    @CsvSource({
        "371625003010, CLERK, 371625003010, true",
        "371625003010, CLERK, 371625003010-001, true",
        "371625003,    CLERK, 371625003010, true",
        "371625003,    CLERK, 371625003,    true",
        "371625,       CLERK, 371625003010, true",
        "371625004,    CLERK, 371625003010, false",
        "371625003010, CLERK, 371625003,    false",
        "371625003,    DISPATCHER, 371625003010, true",
        "371625,       DISPATCHER, 371625003010, true",
        "371625,       DISPATCHER, 371625003, true",
        "371625003010, DISPATCHER, 371625003010, false",
        "371625003,    DISPATCHER, 371625003, false",
        "371625,       DISPATCHER, 371625, false",
        "371626,       DISPATCHER, 371625003, false",
        "371625,       AUDITOR, 371625003, false",
    })
    void aDispatcherGrantsClerksOfItsAreaAndDispatchersBelowIt(String area, Role role, String scope, boolean may) {
        assertThat(GrantRule.allows(holding(new Grant(Role.DISPATCHER, area)), new Grant(role, scope)))
                .isEqualTo(may);
    }

    @Test
    void anAdministratorGrantsCountiesAuditorsAndAdministratorsAndNothingBelow() {
        Scope admin = holding(new Grant(Role.ADMIN, ""));

        assertThat(GrantRule.allows(admin, new Grant(Role.DISPATCHER, COUNTY))).isTrue();
        assertThat(GrantRule.allows(admin, new Grant(Role.AUDITOR, "37"))).isTrue();
        assertThat(GrantRule.allows(admin, new Grant(Role.ADMIN, ""))).isTrue();
        assertThat(GrantRule.allows(admin, new Grant(Role.DISPATCHER, TOWNSHIP)))
                .isFalse();
        assertThat(GrantRule.allows(admin, new Grant(Role.CLERK, VILLAGE))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RESIDENT", "VOLUNTEER", "LEADER", "EXPERT"})
    void whatFollowsFromSomethingElseIsGrantedByNobodyHere(Role role) {
        Scope all = holding(new Grant(Role.ADMIN, ""), new Grant(Role.DISPATCHER, COUNTY));

        assertThat(GrantRule.isGrantedHere(role)).isFalse();
        assertThat(GrantRule.allows(all, new Grant(role, COUNTY))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DISPATCHER", "ADMIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void othersGrantNothing(Role role) {
        String scope = role.reach() == Role.Reach.AREA
                ? COUNTY
                : role.reach() == Role.Reach.TEAM ? new UUID(1, 2).toString() : "";
        Scope by = holding(new Grant(role, scope));

        for (Role wanted : Role.values()) {
            assertThat(GrantRule.allows(by, new Grant(wanted, wanted == Role.ADMIN ? "" : VILLAGE)))
                    .isFalse();
        }
    }

    private static Scope holding(Grant... grants) {
        return new Scope(new UUID(1, 2), List.of(grants));
    }
}
