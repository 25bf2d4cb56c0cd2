package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.volunteers.Someone.TODAY;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QualificationTest {

    private static final List<String> BARBER = List.of("HAIRDRESSER");
    private static final List<String> BARBER_AND_NURSE = List.of("HAIRDRESSER", "NURSE");

    private final UUID team = Someone.id();
    private final UUID wang = Someone.id();
    private final UUID li = Someone.id();

    @Test
    void whoHoldsEveryCertificateIsQualified() {
        assertThat(of(BARBER_AND_NURSE, paper("HAIRDRESSER", "2026-12-31"), paper("NURSE", ""))
                        .complete())
                .isTrue();
    }

    @Test
    void whatIsNotHeldIsMissing() {
        assertThat(of(BARBER_AND_NURSE, paper("HAIRDRESSER", "2026-12-31")).missing())
                .containsExactly("NURSE");
    }

    @Test
    void whatHasEndedIsExpiredAndTellsTheLatestDay() {
        var qualification = of(BARBER, paper("HAIRDRESSER", "2024-12-31"), paper("HAIRDRESSER", "2025-12-31"));

        assertThat(qualification.complete()).isFalse();
        assertThat(qualification.missing()).isEmpty();
        assertThat(qualification.expired()).isEqualTo(Map.of("HAIRDRESSER", LocalDate.parse("2025-12-31")));
    }

    @Test
    void aRenewedCertificateTakesTheExpiredOnesPlace() {
        assertThat(of(BARBER, paper("HAIRDRESSER", "2025-12-31"), paper("HAIRDRESSER", "2027-12-31"))
                        .complete())
                .isTrue();
    }

    @Test
    void whatBeginsLaterIsMissing() {
        var later = new Paper("HAIRDRESSER", TODAY.plusDays(1), null);

        assertThat(of(BARBER, later).missing()).containsExactly("HAIRDRESSER");
    }

    @Test
    void insuranceIsToldWhateverElseIsMissing() {
        assertThat(of(BARBER, paper(Certificate.INSURANCE, "2026-11-23")).insured())
                .isTrue();
        assertThat(of(BARBER, paper(Certificate.INSURANCE, "2026-11-22")).insured())
                .isFalse();
    }

    @Test
    void twoHalvesAreNoExpert() {
        var halves = List.of(
                new Expertise(team, wang, paper("HAIRDRESSER", "")), new Expertise(team, li, paper("NURSE", "")));

        assertThat(Expertise.experts(BARBER_AND_NURSE, halves, TODAY)).isEmpty();
        assertThat(Expertise.standing(BARBER_AND_NURSE, halves, TODAY)).isEqualTo(Standing.MISSING);
    }

    @Test
    void theTeamStandsAsItsBestMemberDoes() {
        var papers = List.of(
                new Expertise(team, wang, paper("HAIRDRESSER", "2025-12-31")),
                new Expertise(team, li, paper("HAIRDRESSER", "2026-12-31")));

        assertThat(Expertise.experts(BARBER, papers, TODAY)).containsExactly(li);
        assertThat(Expertise.standing(BARBER, papers, TODAY)).isEqualTo(Standing.QUALIFIED);
        assertThat(Expertise.standing(BARBER, papers.subList(0, 1), TODAY)).isEqualTo(Standing.EXPIRED);
        assertThat(Expertise.standing(BARBER, List.of(), TODAY)).isEqualTo(Standing.MISSING);
    }

    @Test
    void aServiceThatNeedsNoCertificateStillNeedsAnExpert() {
        var valid = List.of(new Expertise(team, wang, paper("TEACHER", "")));
        var ended = List.of(new Expertise(team, wang, paper("TEACHER", "2025-12-31")));

        assertThat(Expertise.experts(List.of(), valid, TODAY)).containsExactly(wang);
        assertThat(Expertise.experts(List.of(), ended, TODAY)).isEmpty();
        assertThat(Expertise.standing(List.of(), List.of(), TODAY)).isEqualTo(Standing.MISSING);
    }

    private static Qualification of(List<String> needed, Paper... papers) {
        return Qualification.of(needed, Arrays.asList(papers), TODAY);
    }

    private static Paper paper(String kind, String until) {
        return new Paper(kind, LocalDate.parse("2020-01-01"), until.isEmpty() ? null : LocalDate.parse(until));
    }
}
