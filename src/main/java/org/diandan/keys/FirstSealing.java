package org.diandan.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.diandan.startup.BetweenMigrations;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Seals what an earlier version left in clear, between the migration that puts it aside and the one that takes it away: the
 * program is not ready before.
 */
@ApplicationScoped
class FirstSealing {

    private static final Logger LOG = Logger.getLogger(FirstSealing.class);
    private static final String PUT_ASIDE = "33";

    private final Keys keys;
    private final EarlierKey earlier;

    FirstSealing(Keys keys, KeysConfig config, @ConfigProperty(name = "diandan.data-dir") Path dataDir) {
        this.keys = keys;
        this.earlier = new EarlierKey(config, dataDir);
    }

    void seal(@Observes BetweenMigrations news) {
        if (news.version().equals(PUT_ASIDE)) {
            for (SealedColumn column : SealedColumn.kept()) {
                through(news.database(), column.table() + "." + column.column(), walk(column));
            }
            through(news.database(), "login.value", logins());
        }
    }

    private static void through(DataSource database, String what, Walk walk) {
        try {
            long sealed = walk.through(database, done -> LOG.infof("%s: %d sealed", what, done));
            if (sealed > 0) {
                LOG.infof("%s: nothing is in clear any more", what);
            }
        } catch (SQLException e) {
            // What the database says of a row that it refuses would bring the row into the log.
            throw new IllegalStateException(
                    "Not sealed", new SQLException("The database refused to seal " + what, e.getSQLState()));
        }
    }

    private Walk walk(SealedColumn column) {
        String plain = "plain_" + column.column();
        MarkedColumn mark = column.mark();
        String marks = mark == null ? "" : ", " + mark.column() + " = ?";
        return new Walk(
                column.table(),
                column.key(),
                plain,
                plain + " is not null",
                List.of(),
                column.column() + " = ?" + marks + ", " + plain + " = null",
                (read, marked) -> {
                    String text = text(column, String.valueOf(read));
                    var values = new ArrayList<@Nullable Object>();
                    values.add(keys.seal(column, text));
                    if (mark != null) {
                        values.add(marked ? keys.mark(mark, text) : null);
                    }
                    return values;
                });
    }

    private String text(SealedColumn column, String read) {
        return column == SealedColumn.SECOND_FACTOR_SECRET ? earlier.open(read) : read;
    }

    /** A directory: the mark takes the number's place. */
    private Walk logins() {
        return new Walk(
                "login",
                "account",
                "value",
                "kind = 'PHONE' and length(value) < 20",
                List.of(),
                "value = ?",
                (read, marked) -> List.of(keys.markText(MarkedColumn.LOGIN_PHONE, String.valueOf(read))));
    }
}
