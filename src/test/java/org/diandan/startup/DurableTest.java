package org.diandan.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DurableTest {
    @Inject
    DataSource dataSource;

    /** Fails when the settings are taken out of {@code EmbeddedDatabase.DURABLE} and "-F" is put in their place. */
    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
    void whatIsAcknowledgedIsOnTheDisk(String setting) throws SQLException {
        assertThat(shown(setting)).isEqualTo("on");
    }

    @Test
    void theProgramOwnsNothingAndIsNoSuperuser() throws SQLException {
        assertThat(asked("select current_user || ' ' || rolsuper || ' ' || rolbypassrls || ' '"
                        + " || (select count(*) from pg_class where relowner = r.oid)"
                        + " from pg_roles r where rolname = current_user"))
                .isEqualTo("diandan_program false false 0");
    }

    private String shown(String setting) throws SQLException {
        return asked("show " + setting);
    }

    private String asked(String query) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
