package org.diandan.startup;

import static org.diandan.startup.StartupProblem.FOLDER_DAMAGED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * The two logins of the embedded server: the owner of the tables, who migrates, and the program, which owns nothing and
 * so can neither change a table nor get around its rules. Their passwords lie beside the data they open.
 */
record DatabaseLogins(String owner, String program) {
    static final String DATABASE = "diandan";
    static final String OWNER = "diandan_owner";
    static final String PROGRAM = "diandan_program";
    private static final String FILE = "diandan-logins.properties";
    private static final int PASSWORD_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    static DatabaseLogins invent() {
        return new DatabaseLogins(password(), password());
    }

    static DatabaseLogins read(Path cluster) throws IOException {
        var properties = new Properties();
        var file = cluster.resolve(FILE);
        if (!Files.exists(file)) {
            throw new CannotStart(FOLDER_DAMAGED, cluster.getParent());
        }
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new DatabaseLogins(properties.getProperty(OWNER, ""), properties.getProperty(PROGRAM, ""));
    }

    void write(Path cluster) throws IOException {
        Files.createFile(cluster.resolve(FILE), DataFolder.ownerOnly("rw-------"));
        Files.writeString(cluster.resolve(FILE), "%s=%s%n%s=%s%n".formatted(OWNER, owner, PROGRAM, program));
        Files.writeString(
                cluster.resolve("pg_hba.conf"),
                "host %s %s,%s 127.0.0.1/32 scram-sha-256%n".formatted(DATABASE, OWNER, PROGRAM));
    }

    List<String> statementsForServer() {
        return List.of(
                "create role " + OWNER + " login password '" + owner + "'",
                "create role " + PROGRAM + " login password '" + program + "'",
                "create database " + DATABASE + " owner " + OWNER);
    }

    List<String> statementsForDatabase() {
        var mine = "alter default privileges for role " + OWNER + " grant ";
        return List.of(
                mine + "select, insert, update, delete on tables to " + PROGRAM,
                mine + "usage, select on sequences to " + PROGRAM);
    }

    /** The passwords stay out of logs. */
    @Override
    public String toString() {
        return "DatabaseLogins[]";
    }

    private static String password() {
        var bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
