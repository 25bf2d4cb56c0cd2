package org.diandan.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.diandan.shared.OutsideWorld;
import org.diandan.startup.BetweenMigrations;
import org.diandan.startup.EmptyDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the version before, with twelve hundred residents and everything else in clear. */
class FirstSealingTest {

    private static final byte[] EARLIER = new byte[32];
    private static final List<String> IN_CLEAR = List.of("""
            insert into account (center, id, name, phone, state, created_at, version)
            select '371625', gen_random_uuid(), '人' || n, '1391000' || lpad(n::text, 4, '0'), 'ACTIVE', now(), 0
            from generate_series(1, 1200) n""", """
            insert into login (kind, value, center, account) select 'PHONE', phone, center, id from account""", """
            insert into login (kind, value, center, account) values ('NAME', 'clerk', '371625', gen_random_uuid())""", """
            insert into resident (center, id, site, name, phone, address, created_at, version)
            select case when n % 2 = 0 then '371625' else '210321' end, gen_random_uuid(),
              case when n % 2 = 0 then '371625' else '210321' end, '居民', '1392000' || lpad(n::text, 4, '0'),
              '花园路' || n || '号', now(), 0
            from generate_series(1, 1200) n""", """
            insert into resident (center, id, site, name, phone, created_at, version) values
              ('371625', gen_random_uuid(), '371625', '同一人', '010-13920000', now(), 0),
              ('371625', gen_random_uuid(), '371625', '同一人', '01013920000', now(), 0)""", """
            insert into volunteer (center, id, name, born_on, site, guardian_name, guardian_phone, consent_version, helps_in,
              registered_at, version)
            select '371625', id, name, '2011-05-01', '371625', '监护人', '13930000001', 1, '{371625}', now(), 0
            from account limit 1""", """
            insert into certificate (center, id, volunteer_id, site, kind, number, issuer, valid_from, state, claimed_at,
              version)
            select center, gen_random_uuid(), id, site, 'BARBER', 'NO-1394', 'county', '2026-01-01', 'CLAIMED', now(), 0
            from volunteer""", """
            insert into invitation (center, id, code_hash, name, phone, role, scope, invited_by, expires_at)
            values ('371625', gen_random_uuid(), 'x', '新人', '13950000001', 'CLERK', '371625', gen_random_uuid(), now())""", """
            insert into idempotency_key (center, account, operation, key, request, status, version, body, created_at)
            select '371625', invited_by, 'o' || n % 2, 'k' || n, 'r', 200, 0, '{"phone": "13970000001"}', now()
            from invitation, generate_series(1, 1100) n""");

    @TempDir
    static Path shared;

    private static EmptyDatabase database;

    @TempDir
    Path data;

    private Keys keys;
    private FirstSealing sealing;

    @BeforeAll
    static void start() {
        database = new EmptyDatabase(shared.resolve("data"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void theVersionBefore() throws SQLException {
        database.empty();
        migrateTo("32");
        IN_CLEAR.forEach(FirstSealingTest::execute);
        execute("insert into second_factor (center, account, secret, last_step, recovery_hashes)"
                + " select center, id, '" + earlier("TOTPSECRET1396") + "', 0, '{}' from account limit 1");
        migrateTo("33");
        keys = new Keys(config(), data, OutsideWorld.time());
        sealing = new FirstSealing(keys, config(), data);
    }

    @Test
    void whatStoodInClearIsSealedBeforeItsColumnsGo() throws Exception {
        theEarlierKeyIsThere();
        assertThatThrownBy(FirstSealingTest::migrate).hasMessageContaining("Start the program");

        sealing.seal(new BetweenMigrations("33", database.owner()));
        migrate();

        assertThat(inClear()).isEmpty();
        assertThat(count("account where phone is not null")).isEqualTo(1200);
        assertThat(opened(SealedColumn.RESIDENT_ADDRESS)).contains("花园路1号", "花园路1200号");
        assertThat(opened(SealedColumn.VOLUNTEER_GUARDIAN_NAME)).containsExactly("监护人");
        assertThat(opened(SealedColumn.CERTIFICATE_NUMBER)).containsExactly("NO-1394");
        assertThat(opened(SealedColumn.INVITATION_PHONE)).containsExactly("13950000001");
        assertThat(opened(SealedColumn.IDEMPOTENCY_KEY_BODY))
                .hasSize(1100)
                .containsOnly("{\"phone\": \"13970000001\"}");
        assertThat(opened(SealedColumn.SECOND_FACTOR_SECRET)).containsExactly("TOTPSECRET1396");
        assertThat(count("login where kind = 'PHONE' and value = '"
                        + keys.markText(MarkedColumn.LOGIN_PHONE, "13910001200") + "'"))
                .isOne();
        assertThat(count("login where value = 'clerk'")).isOne();
        assertThat(count("resident where phone_mark = '\\x"
                        + HexFormat.of().formatHex(keys.mark(MarkedColumn.RESIDENT_PHONE, "13920000007")) + "'"))
                .isOne();
    }

    /** Fails when the whole table is sealed in one transaction. */
    @Test
    void aKilledProgramGoesOnWhereItWas() throws Exception {
        theEarlierKeyIsThere();

        assertThatThrownBy(() -> sealing.seal(new BetweenMigrations("33", killedAfter(2))))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(count("account where phone is not null")).isEqualTo(1000);
        assertThat(count("account where plain_phone is not null")).isEqualTo(200);

        sealing.seal(new BetweenMigrations("33", database.owner()));
        migrate();

        assertThat(opened(SealedColumn.ACCOUNT_PHONE)).hasSize(1200).contains("13910000001", "13910001200");
        assertThat(inClear()).isEmpty();
    }

    /** The constraint on the mark holds for what comes; of two who are one already, one stays without. */
    @Test
    void whoWasEnteredTwiceInTwoSpellingsDoesNotHoldUpTheStart() throws Exception {
        theEarlierKeyIsThere();

        sealing.seal(new BetweenMigrations("33", database.owner()));
        migrate();

        assertThat(count("resident where name = '同一人' and phone is not null")).isEqualTo(2);
        assertThat(count("resident where name = '同一人' and phone_mark is not null"))
                .isOne();
    }

    @Test
    void withoutTheEarlierKeyNothingIsLostAndTheTextSaysWhereToPutIt() {
        assertThatThrownBy(() -> sealing.seal(new BetweenMigrations("33", database.owner())))
                .hasMessageContaining("keys/secrets-key");
        assertThat(count("second_factor where plain_secret is not null")).isOne();
    }

    private void theEarlierKeyIsThere() throws Exception {
        Files.writeString(
                Files.createDirectories(data.resolve("keys")).resolve("secrets-key"),
                Base64.getEncoder().encodeToString(EARLIER));
    }

    /** A database whose connections break when they have committed so often. */
    private static DataSource killedAfter(int commits) {
        var left = new AtomicInteger(commits);
        return proxy(DataSource.class, database.owner(), (name, connection) -> {
            if (!name.equals("getConnection")) {
                return connection;
            }
            return proxy(Connection.class, (Connection) connection, (method, answer) -> {
                if (method.equals("prepareStatement") && left.get() == 0) {
                    throw new SQLException("killed, as the test wants it", "08006");
                }
                if (method.equals("commit")) {
                    left.decrementAndGet();
                }
                return answer;
            });
        });
    }

    private interface Answer {
        Object of(String method, Object answer) throws SQLException;
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, T behind, Answer then) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                return then.of(method.getName(), method.invoke(behind, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** The tables in which one of the numbers or addresses, all of which begin alike, still stands. */
    private static List<String> inClear() {
        var found = new ArrayList<String>();
        for (String table : texts("select table_name from information_schema.tables where table_schema = 'public'")) {
            if (count("\"" + table
                            + "\" t where cast(t as text) ~ '[,(\"]+139[0-9]000|花园路|,监护人|NO-1394|TOTPS|010-?1392'")
                    > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private List<String> opened(SealedColumn column) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select %s from %s where %s is not null"
                                .formatted(column.column(), column.table(), column.column()))) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(keys.open(column, rows.getBytes(1)));
            }
            return texts;
        }
    }

    private static long count(String from) {
        return Long.parseLong(texts("select count(*) from " + from).get(0));
    }

    private static List<String> texts(String sql) {
        try (Connection connection = database.owner().getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = database.owner().getConnection()) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void migrate() {
        migrateTo("latest");
    }

    private static void migrateTo(String version) {
        Flyway.configure().dataSource(database.owner()).target(version).load().migrate();
    }

    private static KeysConfig config() {
        return new SmallRyeConfigBuilder().withMapping(KeysConfig.class).build().getConfigMapping(KeysConfig.class);
    }

    /** As the version before sealed: a nonce, and what AES-256-GCM makes of the text. */
    private static String earlier(String text) {
        try {
            byte[] nonce = new byte[12];
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(EARLIER, "AES"), new GCMParameterSpec(128, nonce));
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] both = new byte[nonce.length + sealed.length];
            System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
