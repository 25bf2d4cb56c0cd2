package org.diandan.shared;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something that the program does from the command line instead of answering requests, such as {@code audit verify}. A
 * room names its own in {@code META-INF/services}; the class carries picocli's {@code @Command}. The program is not
 * started for it: there are no beans, only the database.
 */
public interface Command {

    /** Called before the command runs. */
    void on(Database database);

    /** The database of the installation: the embedded one, whether or not a program runs on it, or the configured one. */
    interface Database {

        /** A connection with the program's login and without its time limits; the caller closes it. */
        Connection connect() throws SQLException;
    }
}
