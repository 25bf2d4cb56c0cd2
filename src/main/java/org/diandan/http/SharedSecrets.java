package org.diandan.http;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.diandan.shared.Ids;

/** Secrets that all instances share and that are worth no more than what they sign; made when first needed, kept for good. */
@ApplicationScoped
class SharedSecrets {

    private static final int LENGTH = 32;

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private final AgroalDataSource database;
    private final RandomGenerator random;
    private final Clock clock;

    SharedSecrets(@DataSource("apart") AgroalDataSource database, RandomGenerator random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    byte[] get(String name) {
        return known.computeIfAbsent(name, this::readOrMake);
    }

    /** Outside of the caller's transaction: if that rolls back, others may have read the secret already. */
    private byte[] readOrMake(String name) {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into shared_secret (center, name, secret, created_at) values (?, ?, ?, ?)
                    on conflict do nothing""")) {
                byte[] made = new byte[LENGTH];
                random.nextBytes(made);
                insert.setString(1, Ids.INSTALLATION);
                insert.setString(2, name);
                insert.setBytes(3, made);
                insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            try (PreparedStatement select =
                    connection.prepareStatement("select secret from shared_secret where center = ? and name = ?")) {
                select.setString(1, Ids.INSTALLATION);
                select.setString(2, name);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getBytes(1);
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
