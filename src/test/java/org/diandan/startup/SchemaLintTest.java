package org.diandan.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Keeps the schema ready to be distributed by center: the center comes first in every key, and nothing crosses from one
 * center to another, or from one room to another, but by an id.
 */
@QuarkusTest
@Transactional
class SchemaLintTest {

    /** Not a county's: small tables that every center reads, and directories of what is unique in the installation. */
    private static final String REFERENCE = """
            ('flyway_schema_history', 'division', 'category', 'certificate_kind', 'service_item', 'service_risk',
             'login', 'one_time_code', 'attempt')""";

    @Inject
    EntityManager database;

    @Test
    void theCenterComesFirstInEveryKey() {
        assertThat(rows("""
                        select t.relname || ': ' || i.relname from pg_index x
                          join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
                          join pg_namespace n on n.oid = t.relnamespace
                          left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
                         where n.nspname = 'public' and (x.indisunique or x.indisexclusion)
                           and t.relname not in %s and a.attname is distinct from 'center' order by 1""")).isEmpty();
    }

    @Test
    void everyTableHasAKey() {
        assertThat(rows("""
                        select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
                         where n.nspname = 'public' and t.relkind in ('r', 'p') and t.relname not in %s
                           and not exists (select from pg_index x where x.indrelid = t.oid and x.indisprimary)
                         order by 1""")).isEmpty();
    }

    @Test
    void aForeignKeyStaysInItsCenter() {
        assertThat(rows("""
                        select t.relname || ': ' || c.conname from pg_constraint c
                          join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
                          join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
                          join pg_namespace n on n.oid = t.relnamespace
                         where c.contype = 'f' and n.nspname = 'public' and r.relname not in %s
                           and a.attname <> 'center' order by 1""")).isEmpty();
    }

    @Test
    void noTriggerActsBehindTheCode() {
        assertThat(rows("select tgname || '' from pg_trigger where not tgisinternal and 'x' not in %s"))
                .isEmpty();
    }

    @Test
    void momentsEndInAtDaysInOnAndSpansInFromAndUntil() {
        assertThat(rows("""
                        select table_name || '.' || column_name || ' ' || data_type from information_schema.columns
                         where table_schema = 'public' and table_name not in %s
                           and (data_type = 'timestamp without time zone'
                             or data_type = 'timestamp with time zone' and column_name !~ '(^|_)(at|from|until|to)$'
                             or data_type = 'date' and column_name !~ '(^|_)(on|from|until|day|on_date)$') order by 1""")).isEmpty();
    }

    @Test
    void aCenterIsSixCharacters() {
        assertThat(rows("""
                        select table_name || ' ' || data_type from information_schema.columns
                         where table_schema = 'public' and table_name not in %s
                           and column_name = 'center' and (character_maximum_length <> 6 or is_nullable = 'YES')
                         order by 1""")).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private List<String> rows(String sql) {
        return database.createNativeQuery(sql.formatted(REFERENCE)).getResultList();
    }
}
