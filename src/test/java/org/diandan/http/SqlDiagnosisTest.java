package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.diandan.shared.Refused;
import org.junit.jupiter.api.Test;

class SqlDiagnosisTest {

    @Test
    void whoGetsNoConnectionInTimeMayTryAgainSoon() {
        // the words of the pool, which has neither a state nor a type of its own for it
        Refused refused = SqlDiagnosis.of(new SQLException("Sorry, acquisition timeout!"));
        assertThat(refused).isNotNull();
        assertThat(refused.type()).isEqualTo(HttpProblem.UNAVAILABLE);
    }

    @Test
    void whatIsNoFaultOfTheDatabaseIsOneOfOurs() {
        assertThat(SqlDiagnosis.of(new SQLException("column does not exist", "42703")))
                .isNull();
    }
}
