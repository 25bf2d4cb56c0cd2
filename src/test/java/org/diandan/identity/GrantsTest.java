package org.diandan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Refused;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Scope.Grant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GrantsTest {

    private static final String JINXIU = "371625003010";

    @Inject
    Accounts accounts;

    @Inject
    Grants grants;

    @Inject
    Standings standings;

    @Inject
    Ids ids;

    @Test
    void aGrantIsSeenAtOnceAndGoneAtOnceOnTheInstanceThatWritesIt() {
        UUID account = register("371625");
        assertThat(scope(account).grants()).isEmpty();

        grants.grant(account, Role.CLERK, JINXIU, Actor.PROGRAM);
        assertThat(scope(account).covers(JINXIU, Role.CLERK)).isTrue();
        assertThat(standings.of(account).identity(0).getRoles()).containsExactly("CLERK");

        grants.revoke(account, Role.CLERK, JINXIU, Actor.PROGRAM);
        assertThat(scope(account).grants()).isEmpty();
    }

    @Test
    void aGrantThatIsRolledBackWasNeverThere() {
        UUID account = register("371625");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    grants.grant(account, Role.AUDITOR, "371625", Actor.PROGRAM);
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(scope(account).grants()).isEmpty();
        assertThat(grants.holders(Role.AUDITOR, "371625")).doesNotContain(account);
    }

    @Test
    void thoseWhoReachASiteAreGrantedItOrWhatLiesAboveIt() {
        UUID clerk = register("371625");
        UUID township = register("371625");
        UUID neighbour = register("371625");
        UUID province = register("371625");
        grants.grant(clerk, Role.DISPATCHER, JINXIU, Actor.PROGRAM);
        grants.grant(township, Role.DISPATCHER, "371625003", Actor.PROGRAM);
        grants.grant(neighbour, Role.DISPATCHER, "371625004", Actor.PROGRAM);
        grants.grant(province, Role.DISPATCHER, "37", Actor.PROGRAM);

        assertThat(grants.reaching(Role.DISPATCHER, JINXIU))
                .contains(clerk, township, province)
                .doesNotContain(neighbour);
        assertThat(grants.holders(Role.DISPATCHER, "371625003"))
                .contains(township)
                .doesNotContain(clerk, province);
    }

    @Test
    void aHelperFromAnotherCountyIsFoundByTheTeam() {
        UUID helper = register("210521");
        String team = ids.of("371625").toString();

        grants.grant(helper, Role.EXPERT, team, Actor.PROGRAM);
        grants.grant(helper, Role.EXPERT, team, Actor.PROGRAM);

        assertThat(grants.holders(Role.EXPERT, team)).containsExactly(helper);
        assertThat(grants.of(helper)).containsExactly(new Grant(Role.EXPERT, team));
    }

    @Test
    void aPhoneBelongsToOneAccountInAllCenters() {
        accounts.register(new NewAccount("371625", "王小明", "13900000001", null, null));

        assertThatThrownBy(() -> accounts.register(new NewAccount("210521", "李四", "13900000001", null, null)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.type()).isEqualTo(IdentityProblem.PHONE_TAKEN));
    }

    private UUID register(String center) {
        return accounts.register(new NewAccount(center, "王小明", null, null, null));
    }

    private Scope scope(UUID account) {
        return standings.of(account).identity(0).getAttribute(Standings.SCOPE);
    }
}
