import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program's embedded database, reached as the owner of its tables. */
final class Database {

    private static final String OWNER = "diandan_owner";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final String port;
    private final String password;

    private Database(String port, String password) {
        this.port = port;
        this.password = password;
    }

    static Database in(Path data) throws IOException {
        Path database = data.resolve("database");
        Properties logins = new Properties();
        try (InputStream file = Files.newInputStream(database.resolve("diandan-logins.properties"))) {
            logins.load(file);
        }
        // The fourth line of PostgreSQL's lock file.
        String port = Files.readAllLines(database.resolve("postmaster.pid")).get(3);
        return new Database(port.strip(), logins.getProperty(OWNER));
    }

    void run(String statements) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/diandan?options=-c%20app.centers=*";
        try (Connection connection = DriverManager.getConnection(url, OWNER, password);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    boolean hasPgbench() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")));
    }

    /** Transactions a second, in prepared statements as the program's are. */
    double pgbench(Path script, int connections, int seconds) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "pgbench", "--host=127.0.0.1", "--port=" + port, "--username=" + OWNER, "--no-vacuum",
                "--protocol=prepared", "--client=" + connections, "--jobs=2", "--time=" + seconds, "--file=" + script,
                "diandan");
        builder.environment().put("PGPASSWORD", password);
        Process pgbench = builder.redirectErrorStream(true).start();
        String words = new String(pgbench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(words);
        if (pgbench.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException(words);
        }
        return Double.parseDouble(rate.group(1));
    }
}
