package org.diandan.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.identity.Accounts;
import org.diandan.identity.NewAccount;
import org.diandan.identity.People;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.ProblemType;
import org.diandan.shared.Refused;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResidentsTest {

    private static final String JINXIU = "371625003010";
    private static final Consent TOLD_ON_THE_PHONE = new Consent(ConsentBy.PHONE, 1, ConsentPurpose.CIRCUMSTANCES);

    @Inject
    Residents residents;

    @Inject
    Accounts accounts;

    @Inject
    Ids ids;

    @Test
    void whoCallsAgainIsFoundAgainByPhoneAndName() {
        UUID first = enter("王秀英", "13811110001", "锦绣花园3号楼", Set.of());
        UUID again = enter("王秀英", "13811110001", "锦绣花园5号楼", Set.of());
        UUID daughter = enter("李小红", "13811110001", null, Set.of());

        assertThat(again).isEqualTo(first);
        assertThat(daughter).isNotEqualTo(first);
        assertThat(residents.contact(first).address()).isEqualTo("锦绣花园5号楼");
        assertThat(residents.facts(first)).isEqualTo(new ResidentFacts(first, null, JINXIU));
    }

    @Test
    void circumstancesAreNotKeptWithoutConsent() {
        assertThatThrownBy(() -> enter("王秀英", "13811110002", null, Set.of(Circumstance.OVER_80)))
                .satisfies(refused(ResidentsProblem.CONSENT_NEEDED));
    }

    @Test
    void circumstancesCountWithConsent() {
        UUID resident = enter("王秀英", "13811110003", null, Set.of(Circumstance.OVER_80), TOLD_ON_THE_PHONE);

        assertThat(residents.circumstances(resident)).containsExactly(Circumstance.OVER_80);
        assertThat(residents.hasConsented(resident, ConsentPurpose.SERVICE)).isFalse();
    }

    @Test
    void aConsentNamesATextThatExists() {
        UUID resident = enter("王秀英", "13811110004", null, Set.of());

        assertThatThrownBy(() -> residents.consent(
                        resident, new Consent(ConsentBy.PHONE, 2, ConsentPurpose.SERVICE), Actor.PROGRAM))
                .satisfies(refused(ResidentsProblem.CONSENT_VERSION_UNKNOWN));
    }

    @Test
    void oneAccountHasOneRecord() {
        UUID account = account("陈一", "13811110005");

        assertThat(residents.ofAccount(account)).isEqualTo(residents.ofAccount(account));
        assertThat(residents.facts(residents.ofAccount(account)).site()).isEqualTo("371625");
    }

    @Test
    void whoSignsInAfterAClerkEnteredThemFindsTheirRecord() {
        UUID entered = enter("陈二", "13811110006", "锦绣花园1号楼", Set.of());
        UUID other = enter("陈三", "13811110006", null, Set.of());
        UUID account = account("陈二", "13811110006");

        assertThat(residents.ofAccount(account)).isEqualTo(entered).isNotEqualTo(other);
        assertThat(residents.facts(entered).account()).isEqualTo(account);
    }

    @Test
    void whoseOrderGoesToAnotherCenterIsThereThePersonTheyAreHere() {
        UUID account = account("赵七", People.phone());
        UUID withoutPhone = accounts.register(new NewAccount("371625", "钱八", null, "qian.ba", null));
        UUID here = residents.ofAccount(account);

        UUID there = residents.copyTo("210521", here, Actor.PROGRAM);

        assertThat(residents.facts(there)).isEqualTo(new ResidentFacts(there, account, "210521"));
        assertThat(residents.contact(there)).isEqualTo(residents.contact(here));
        assertThat(residents.copyTo("210521", here, Actor.PROGRAM)).isEqualTo(there);
        assertThat(residents.ofAccount(account)).isEqualTo(here);
        assertThat(residents.mayActFor(
                        withoutPhone, residents.copyTo("210521", residents.ofAccount(withoutPhone), Actor.PROGRAM)))
                .isTrue();
    }

    @Test
    void aResidentAndTheirProxyMayActAndNobodyElse() {
        UUID resident = enter("王秀英", "13811110007", null, Set.of());
        UUID self = account("赵四", "13811110008");
        UUID daughter = ids.of("210521");

        residents.allowProxy(resident, daughter, Relation.CHILD, ConsentBy.PHONE, Actor.PROGRAM);

        assertThat(residents.mayActFor(daughter, resident)).isTrue();
        assertThat(residents.mayActFor(self, resident)).isFalse();
        assertThat(residents.mayActFor(self, residents.ofAccount(self))).isTrue();
        assertThat(residents.proxies(resident)).containsExactly(daughter);
    }

    private UUID account(String name, String phone) {
        return accounts.register(new NewAccount("371625", name, phone, null, null));
    }

    private UUID enter(
            String name, String phone, String address, Set<Circumstance> circumstances, Consent... consents) {
        return residents.enter(
                new NewResident(JINXIU, name, phone, address, circumstances, List.of(consents)), Actor.PROGRAM);
    }

    private static java.util.function.Consumer<Throwable> refused(ProblemType type) {
        return thrown -> assertThat(((Refused) thrown).type()).isEqualTo(type);
    }
}
