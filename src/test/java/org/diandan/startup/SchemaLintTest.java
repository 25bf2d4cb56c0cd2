package org.diandan.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
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

    private static final List<String> WIDER = Stream.of(
                    Stream.of("account", "resident", "volunteer").map(table -> seen(table, "is_guest(center, id)")),
                    Stream.of("account_grant", "password", "second_factor", "session", "represented")
                            .map(table -> seen(table, "is_guest(center, account)")),
                    Stream.of("certificate", "volunteer_availability", "volunteer_hours", "volunteer_unwanted")
                            .map(table -> seen(table, "is_guest(center, volunteer_id)")),
                    Stream.of("resident_circumstance", "resident_consent", "resident_proxy", "unwelcome")
                            .map(table -> seen(table, "is_guest(center, resident)")),
                    Stream.of("engagement", "offer_elsewhere", "volunteer_ask", "volunteer_response")
                            .map(table -> seen(table, "is_guest(center, volunteer)")),
                    Stream.of("team_expertise", "team_member")
                            .map(table -> seen(table, "within_reach(home_of(account_id))")),
                    Stream.of(
                                    "menu_entry",
                                    "organisation",
                                    "policy",
                                    "service_calendar",
                                    "service_day",
                                    "service_hours",
                                    "site",
                                    "team",
                                    "team_rating",
                                    "team_reach",
                                    "team_slot",
                                    "time_limit")
                            .map(table -> table + ": read_by_all r true"),
                    Stream.of(
                            "guest: read_by_all r true",
                            "guest: within_reach * within_reach(host)",
                            seen("grant_holder", "within_reach(account_center)"),
                            "grant_holder: read_by_all r ((center)::text = '000000'::text)",
                            "audit_entry: written_by_all a true",
                            "audit_unsealed: written_by_all a true"))
            .flatMap(each -> each)
            .sorted()
            .toList();

    private static String seen(String table, String also) {
        return table + ": within_reach * (within_reach(center) OR " + also + ")";
    }

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

    /**
     * Fails where one of the three lines is left out of a migration. Directories of what is unique in the installation, and
     * what is the installation's own, have no wall.
     */
    @Test
    void everyTableOfACenterStandsBehindTheSecondWall() {
        assertThat(rows("""
                        select t.relname || ': its migration lacks'
                            || ' alter table ' || t.relname || ' enable row level security;'
                            || ' alter table ' || t.relname || ' force row level security;'
                            || ' create policy within_reach on ' || t.relname || ' using (within_reach(center));'
                          from pg_class t join pg_namespace n on n.oid = t.relnamespace
                         where n.nspname = 'public' and t.relkind in ('r', 'p')
                           and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'center')
                           and t.relname not in %s and t.relname not in ('shared_secret', 'signing_key', 'sealing_key')
                           and not (t.relrowsecurity and t.relforcerowsecurity and exists (
                               select from pg_policy p where p.polrelid = t.oid and p.polname = 'within_reach'
                                  and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}' and p.polwithcheck is null
                                  and pg_get_expr(p.polqual, p.polrelid) like '%%within_reach(%%'))
                         order by 1""")).isEmpty();
    }

    /** What other Centers see too, each with its reason in the migration that says so; a new one is a decision. */
    @Test
    void noPolicyLetsMoreThroughThanTheseDo() {
        assertThat(rows("""
                        select t.relname || ': ' || p.polname || ' ' || cast(p.polcmd as text) || ' '
                            || coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
                          from pg_policy p join pg_class t on t.oid = p.polrelid
                         where pg_get_expr(p.polqual, p.polrelid) is distinct from 'within_reach(center)'
                           and '' not in %s order by 1""")).containsExactlyElementsOf(WIDER);
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
