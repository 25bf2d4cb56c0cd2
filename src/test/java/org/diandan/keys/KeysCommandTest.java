package org.diandan.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.diandan.keys.KeySet.Kind;
import org.diandan.keys.KeySet.Known;
import org.diandan.keys.Registration.Obstacle;
import org.diandan.shared.Command.Installation;
import org.diandan.shared.OutsideWorld;
import org.diandan.startup.EmptyDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An installation whose residents have phones and addresses. */
class KeysCommandTest {

    private static final String CENTER = "371625";
    private static final int RESIDENTS = 700;

    @TempDir
    static Path shared;

    private static EmptyDatabase database;

    @TempDir
    Path data;

    private final StringWriter said = new StringWriter();
    private Map<String, String> settings = Map.of();
    private Keys keys;

    @BeforeAll
    static void start() throws SQLException {
        database = new EmptyDatabase(shared.resolve("data"));
        database.empty();
        Flyway.configure().dataSource(database.owner()).load().migrate();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void anInstallationThatServes() throws SQLException {
        write("delete from resident");
        write("delete from login");
        write("delete from account");
        write("delete from sealing_key");
        keys = program(data);
        assertThat(compare(keys)).isEmpty();
        enter(keys, 0, RESIDENTS);
        UUID account = UUID.randomUUID();
        write(
                "insert into account (center, id, name, phone, state, created_at, version)"
                        + " values (?, ?, '人', ?, 'ACTIVE', now(), 0)",
                CENTER,
                account,
                keys.seal(SealedColumn.ACCOUNT_PHONE, "13800000001"));
        write(
                "insert into login (kind, value, center, account) values ('PHONE', ?, ?, ?)",
                keys.markText(MarkedColumn.LOGIN_PHONE, "13800000001"),
                CENTER,
                account);
    }

    /** Fails when the program does not look at its file, or when what it wrote meanwhile is not looked at again. */
    @Test
    void theKeyIsChangedWhileTheProgramReadsAndWrites() throws Exception {
        long old = keys.set().primary(Kind.SEALING);
        var rotated = new AtomicBoolean();
        var serving = Executors.newSingleThreadExecutor();
        try {
            var served = serving.submit((Callable<Integer>) () -> {
                int rounds = 0;
                while (!rotated.get()) {
                    enter(keys, RESIDENTS + rounds, 1);
                    assertThat(phones(keys)).hasSize(RESIDENTS + ++rounds).doesNotHaveDuplicates();
                }
                return rounds;
            });

            assertThat(run(2_500, "rotate")).isZero();
            rotated.set(true);

            assertThat(served.get()).isGreaterThan(2);
        } finally {
            rotated.set(true);
            serving.shutdownNow();
        }
        assertThat(sealedWith(old)).isZero();
        assertThat(said.toString()).contains("keys remove " + old).contains("resident.phone");
        assertThat(phones(keys)).contains("13810000000", "13810000699");

        assertThat(run("remove", Long.toString(old))).isZero();
        assertThat(program(data).set().keys(Kind.SEALING)).hasSize(1).noneMatch(key -> key.id() == old);
        assertThat(phones(program(data))).hasSizeGreaterThan(RESIDENTS);
        assertThat(compare(program(data))).isEmpty();
    }

    @Test
    void aRotationThatWasBrokenOffGoesOnWithTheSameKey() throws SQLException {
        KeySet more = keys.set().with(Kind.SEALING);
        Known added = more.keys(Kind.SEALING).get(1);
        KeyFile.of(Optional.empty(), Optional.empty(), data).write(more.led(Kind.SEALING, added.id()));
        write("update resident set phone = ? where name = '居民3'", program(data).seal(SealedColumn.RESIDENT_PHONE, "1"));

        assertThat(run(0, "rotate")).isZero();

        KeySet now = program(data).set();
        assertThat(now.keys(Kind.SEALING)).hasSize(2);
        assertThat(now.primary(Kind.SEALING)).isEqualTo(added.id());
        assertThat(sealedWith(more.primary(Kind.SEALING))).isZero();
    }

    @Test
    void aKeyThatIsAddedOpensEverywhereBeforeItSealsAnywhere() throws SQLException {
        KeySet before = keys.set();
        long first = before.primary(Kind.SEALING);

        assertThat(run("add")).isZero();

        assertThat(program(data).set().primary(Kind.SEALING)).isEqualTo(first);
        assertThat(compare(program(data))).isEmpty();
        assertThat(compare(before)).as("without the added key").contains(Obstacle.ANOTHER);
        Known added = program(data).set().keys(Kind.SEALING).get(1);
        assertThat(run(0, "rotate")).isZero();
        assertThat(program(data).set().primary(Kind.SEALING)).isEqualTo(added.id());
    }

    @Test
    void aKeyThatIsInUseIsNotThrownAway() throws SQLException {
        long first = keys.set().primary(Kind.SEALING);

        assertThat(run("remove", Long.toString(first))).isOne();
        assertThat(run("add")).isZero();
        KeySet more = program(data).set();
        KeyFile.of(Optional.empty(), Optional.empty(), data)
                .write(more.led(Kind.SEALING, more.keys(Kind.SEALING).get(1).id()));

        assertThat(run("remove", Long.toString(first))).isOne();
        assertThat(said.toString()).contains(first + "");
        assertThat(phones(program(data))).hasSize(RESIDENTS);
    }

    @Test
    void marksAreMadeAnewAndFindWhatTheyFound() throws SQLException {
        KeySet set = keys.set();
        long old = set.primary(Kind.MARKS);
        String before = keys.markText(MarkedColumn.LOGIN_PHONE, "13800000001");

        assertThat(run("rotate-marks")).isZero();

        Keys anew = program(data);
        assertThat(anew.set().keys(Kind.MARKS)).hasSize(1).noneMatch(key -> key.id() == old);
        assertThat(texts("select value from login"))
                .containsExactly(anew.markText(MarkedColumn.LOGIN_PHONE, "13800000001"))
                .doesNotContain(before);
        for (int i : new int[] {0, 499, 500, 699}) {
            assertThat(named(anew, "1381000" + "%04d".formatted(i))).containsExactly("居民" + i);
        }
        assertThat(compare(anew)).isEmpty();
        assertThat(compare(set)).contains(Obstacle.ANOTHER);
    }

    /** With two keys a number would be found by one mark and not by the other. */
    @Test
    void whileMarksAreHalfMadeNoInstanceWorksAndTheNextRunEndsIt() throws SQLException {
        KeySet more = keys.set().with(Kind.MARKS);
        Known added = more.keys(Kind.MARKS).get(1);
        KeySet led = more.led(Kind.MARKS, added.id());
        KeyFile.of(Optional.empty(), Optional.empty(), data).write(led);
        assertThat(compare(program(data))).contains(Obstacle.MARKS_UNFINISHED);
        try (Connection connection = database.owner().getConnection()) {
            new Registration(connection).register(added, OutsideWorld.time().instant());
        }
        assertThat(compare(program(data))).contains(Obstacle.MARKS_UNFINISHED);

        assertThat(run("rotate-marks")).isZero();

        assertThat(program(data).set().primary(Kind.MARKS)).isEqualTo(added.id());
        assertThat(compare(program(data))).isEmpty();
        assertThat(named(program(data), "13810000007")).containsExactly("居民7");
    }

    /** Fails when it is not looked whether somebody serves. */
    @Test
    void marksAreNotMadeAnewWhileAnInstanceServes() throws SQLException {
        try (Connection connection = database.program().getConnection()) {
            connection.createStatement().execute("set application_name to 'diandan'");

            assertThat(run("rotate-marks")).isOne();
        }
        assertThat(program(data).set().keys()).isEqualTo(keys.set().keys());
    }

    @Test
    void aSetThatStandsInASettingIsChangedByWhoeverPutItThere() {
        settings = Map.of("diandan.keys.set", keys.set().text());

        for (String command : List.of("add", "rotate", "rotate-marks")) {
            assertThat(run(command)).as(command).isOne();
        }
        assertThat(run("list")).isZero();
        assertThat(said.toString()).contains(keys.set().primary(Kind.SEALING) + "");
    }

    @Test
    void aNewSetIsWrittenForASetting() {
        assertThat(run("new")).isZero();

        assertThat(KeySet.parsed(said.toString()).keys()).hasSize(2);
    }

    @Test
    void whatIsSaidHasItsWordsInBothLanguages() {
        run("list");

        assertThat(said.toString()).doesNotContain("command.").doesNotContain("{");
    }

    @Test
    void anInstanceWithOtherKeysIsNotReadyAndSeesNothing() throws SQLException {
        Keys other = program(data.resolve("elsewhere"));

        assertThat(compare(other)).contains(Obstacle.ANOTHER);
        assertThatThrownBy(() -> phones(other)).isInstanceOf(NotOpened.class).hasMessageNotContaining("138");
        assertThat(named(other, "13810000007")).isEmpty();
    }

    @Test
    void whoHasLostTheKeysGivesUpWhatTheySealedAndServesAgain() throws SQLException {
        data = data.resolve("anew");
        Keys anew = program(data);
        enter(anew, RESIDENTS, 1);

        assertThat(run("forget")).as("without a word").isEqualTo(2);
        assertThat(compare(anew)).contains(Obstacle.ANOTHER);
        assertThat(run("forget", "--really")).isZero();

        assertThat(compare(anew)).isEmpty();
        assertThat(phones(anew)).hasSize(RESIDENTS + 1).contains("1381%07d".formatted(RESIDENTS), "—");
        assertThat(named(anew, "1381%07d".formatted(RESIDENTS))).containsExactly("居民" + RESIDENTS);
        assertThat(texts("select value from login")).isEmpty();
    }

    private int run(String... arguments) {
        return run(0, arguments);
    }

    private int run(long millisToNotice, String... arguments) {
        var command = new KeysCommand(millisToNotice);
        command.on(new Here());
        return new CommandLine(command).setOut(new PrintWriter(said)).execute(arguments);
    }

    private final class Here implements Installation {

        @Override
        public Connection connect() throws SQLException {
            return database.program().getConnection();
        }

        @Override
        public DataSource owned() {
            return database.owner();
        }

        @Override
        public DataSource ownedOrMade() {
            return database.owner();
        }

        @Override
        public Path dataFolder() {
            return data;
        }

        @Override
        public Optional<String> setting(String name) {
            return Optional.ofNullable(settings.get(name));
        }

        @Override
        public String version() {
            return "1";
        }
    }

    private static Keys program(Path folder) {
        KeysConfig config = new SmallRyeConfigBuilder()
                .withMapping(KeysConfig.class)
                .build()
                .getConfigMapping(KeysConfig.class);
        return new Keys(config, folder, OutsideWorld.time());
    }

    private static Optional<Obstacle> compare(Keys with) throws SQLException {
        return compare(with.set());
    }

    private static Optional<Obstacle> compare(KeySet with) throws SQLException {
        try (Connection connection = database.program().getConnection()) {
            return new Registration(connection)
                    .compare(with, OutsideWorld.time().instant());
        }
    }

    private static long sealedWith(long key) throws SQLException {
        return new Resealing(database.owner(), KeySet.made()).sealedWith(key);
    }

    private static void enter(Keys with, int first, int many) {
        try (Connection connection = database.program().getConnection();
                var statement = connection.prepareStatement(
                        "insert into resident (center, id, site, name, phone, phone_mark, address, created_at, version)"
                                + " values ('371625', ?, '371625', ?, ?, ?, ?, now(), 0)")) {
            for (int number = first; number < first + many; number++) {
                String phone = "1381%07d".formatted(number);
                statement.setObject(1, UUID.randomUUID());
                statement.setString(2, "居民" + number);
                statement.setBytes(3, with.seal(SealedColumn.RESIDENT_PHONE, phone));
                statement.setBytes(4, with.mark(MarkedColumn.RESIDENT_PHONE, phone));
                statement.setBytes(5, with.seal(SealedColumn.RESIDENT_ADDRESS, number + "号楼"));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> phones(Keys with) {
        try (Connection connection = database.program().getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select phone from resident")) {
            var phones = new ArrayList<String>();
            while (rows.next()) {
                phones.add(with.open(SealedColumn.RESIDENT_PHONE, rows.getBytes(1)));
            }
            return phones;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> named(Keys with, String phone) {
        return texts(
                "select name from resident where center = ? and phone_mark = ?",
                CENTER,
                with.mark(MarkedColumn.RESIDENT_PHONE, phone));
    }

    private static List<String> texts(String sql, Object... values) {
        try (Connection connection = database.owner().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var texts = new ArrayList<String>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(String sql, Object... values) {
        try (Connection connection = database.owner().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
