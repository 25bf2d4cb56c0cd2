package org.diandan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.diandan.shared.Refused;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueTest {

    @Inject
    Catalogue catalogue;

    @Test
    void theProvincesEightCategoriesAndConvenienceAreThere() {
        assertThat(catalogue.categories())
                .extracting(Category::code)
                .containsExactly(
                        "theory-policy",
                        "culture-arts",
                        "schooling",
                        "health-fitness",
                        "popular-science",
                        "legal-advice",
                        "hygiene-environment",
                        "help-in-need",
                        "convenience");
    }

    @Test
    void everyServiceThatShipsIsWhole() {
        assertThat(catalogue.services()).hasSizeGreaterThanOrEqualTo(20).allSatisfy(service -> {
            assertThat(catalogue.isCategory(service.category())).isTrue();
            assertThat(service.certificates()).allSatisfy(kind -> assertThat(catalogue.certificateKind(kind))
                    .isPresent());
            assertThat(service.riskVersion()).isPositive();
            assertThat(service.checklist()).isNotEmpty();
            assertThat(service.pairRule() == PairRule.TWO_PEOPLE && service.people() < 2)
                    .isFalse();
            assertThat(service.riskClass().isRisky() && !service.insurance())
                    .as("a risky service asks for insurance")
                    .isFalse();
            assertThat(service.questions())
                    .allSatisfy(question ->
                            assertThat(question.options().isEmpty()).isEqualTo(question.kind() != QuestionKind.CHOICE));
        });
    }

    @Test
    void anElectricianAndAFriendWhoIsOneTooRepairAtHomeAndBothAreInsured() {
        ServiceItem repair = catalogue.get("home-repair");

        assertThat(repair.certificates()).containsExactly("ELECTRICIAN");
        assertThat(repair.certificateRule()).isEqualTo(CertificateRule.EVERY_VOLUNTEER);
        assertThat(repair.pairRule()).isEqualTo(PairRule.TWO_PEOPLE);
        assertThat(repair.needsInsurance(RiskClass.LOW)).isTrue();
        assertThat(catalogue.get("home-haircut").needsInsurance(RiskClass.LOW)).isFalse();
        assertThat(catalogue.get("home-haircut").needsInsurance(RiskClass.HIGH)).isTrue();
    }

    @Test
    void aServiceThatThereIsNotIsRefusedByName() {
        assertThat(catalogue.find("moon-landing")).isEmpty();
        assertThatThrownBy(() -> catalogue.get("moon-landing"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.type())
                        .isEqualTo(CatalogueProblem.UNKNOWN_SERVICE));
    }
}
