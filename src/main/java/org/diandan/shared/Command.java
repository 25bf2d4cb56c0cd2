package org.diandan.shared;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Something that the program does from the command line instead of answering requests, such as {@code audit verify}. A
 * room names its own in {@code META-INF/services}; the class carries picocli's {@code @Command}. The program is not
 * started for it: there are no beans, only the installation.
 */
public interface Command {

    /** Called before the command runs. */
    void on(Installation installation);

    /** What a command has at hand; connections are without the program's time limits, and the caller closes them. */
    interface Installation {

        /**
         * A connection to the database, the embedded one, whether or not a program runs on it, or the configured one, with
         * the program's login.
         */
        Connection connect() throws SQLException;

        /** The same database, with the login that owns the tables. */
        DataSource owned();

        /** As {@link #owned()}, but where the embedded database is not there yet, it is made. */
        DataSource ownedOrMade();

        /** The folder {@code diandan.data-dir}; it need not be there. */
        Path dataFolder();

        /** A setting by its name, as the program reads it. */
        Optional<String> setting(String name);

        /** The version of this program. */
        String version();
    }
}
