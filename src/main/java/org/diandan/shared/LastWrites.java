package org.diandan.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction writes and does not read again: kept until its end and sent together, because each way to the
 * database and back costs more than the row. PostgreSQL's driver sends several statements that stand in one, apart by
 * semicolons, without waiting for the answer to each.
 *
 * <p>They are sent in the order in which they were added, the last of them before the commit; who reads such a row in
 * the same transaction calls {@link #send} before. What is refused fails there, and with it the transaction.
 */
@ApplicationScoped
public class LastWrites {

    /** What goes in one way; more go in several. Few, so that the driver keeps few such statements prepared. */
    private static final int TOGETHER = 6;

    private final DataSource database;
    private final TransactionSynchronizationRegistry transactions;

    LastWrites(DataSource database, TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    private record Write(String statement, List<@Nullable Object> values) {}

    /** The writes of one transaction that were not sent yet. */
    private static final class Waiting {
        private final List<Write> writes = new ArrayList<>();
        private boolean ended;
    }

    /**
     * Adds a statement to those of the present transaction.
     *
     * @param statement an insert, update or delete, with a question mark for each value and no semicolon; the same text
     *     every time
     * @param values as the driver takes them; an {@link Instant} goes as the time that it is
     * @throws IllegalStateException if there is no transaction
     */
    public void add(String statement, @Nullable Object... values) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("No transaction to write in");
        }
        Waiting waiting = (Waiting) transactions.getResource(LastWrites.class);
        if (waiting == null) {
            waiting = new Waiting();
            transactions.putResource(LastWrites.class, waiting);
            transactions.registerInterposedSynchronization(new AtTheEnd());
        }
        waiting.writes.add(new Write(statement, Arrays.asList(values)));
        if (waiting.ended) {
            // Something else that acts at the end came after us: nobody would send this.
            send();
        }
    }

    /** Sends what waits, for somebody who reads it in this transaction; without one, or with nothing that waits, nothing. */
    public void send() {
        if (transactions.getTransactionKey() != null
                && transactions.getResource(LastWrites.class) instanceof Waiting waiting) {
            List<Write> writes = List.copyOf(waiting.writes);
            waiting.writes.clear();
            for (int from = 0; from < writes.size(); from += TOGETHER) {
                send(writes.subList(from, Math.min(writes.size(), from + TOGETHER)));
            }
        }
    }

    private void send(List<Write> writes) {
        String statements =
                String.join(";", writes.stream().map(Write::statement).toList());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(statements)) {
            int at = 0;
            for (Write write : writes) {
                for (Object value : write.values()) {
                    statement.setObject(++at, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
                }
            }
            statement.execute();
        } catch (SQLException refused) {
            throw new PersistenceException(refused);
        }
    }

    private final class AtTheEnd implements Synchronization {

        @Override
        public void beforeCompletion() {
            if (transactions.getResource(LastWrites.class) instanceof Waiting waiting) {
                waiting.ended = true;
            }
            send();
        }

        @Override
        public void afterCompletion(int status) {}
    }
}
