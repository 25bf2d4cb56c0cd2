package org.diandan.backup;

import java.util.Locale;
import org.diandan.shared.Texts;

/** Why a backup or a restore could not be done. Each has one paragraph that says what is wrong and what to do. */
enum BackupProblem {
    /** Argument: file. */
    FILE_EXISTS,
    /** Arguments: file, the system's own words. */
    FILE_NOT_WRITTEN,
    /** Arguments: file, the system's own words. */
    FILE_NOT_READ,
    /** Argument: file. */
    DISK_FULL,
    /** Argument: file. */
    NOT_A_BACKUP,
    /** Arguments: file, which part of it. */
    DAMAGED,
    /** Arguments: version of the program that made it, version of this one. */
    MADE_BY_LATER_PROGRAM,
    /** Arguments: migration, version of the program that made the backup. */
    OTHER_SCHEMA,
    /** Argument: table. */
    NOT_EMPTY,
    /** No arguments. */
    SCHEMA_IN_THE_WAY,
    /** No arguments. */
    NOTHING_TO_BACK_UP,
    /** No arguments. */
    ROWS_HIDDEN,
    /** Argument: table. */
    DIFFERENT,
    /** No arguments. */
    DATABASE_FULL,
    /** Argument: the database's own words. */
    DATABASE_AWAY,
    /** Argument: the database's own words. */
    DATABASE_FAILED;

    /** To be thrown, with what its paragraph names. */
    Failure because(Object... arguments) {
        return new Failure(this, arguments);
    }

    /** The paragraph. */
    String text(Locale language, Object... arguments) {
        return Texts.of(BackupProblem.class, "BackupProblem." + name(), language, arguments);
    }

    /** A problem on its way to the person at the terminal. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final BackupProblem problem;
        private final transient Object[] arguments;

        private Failure(BackupProblem problem, Object[] arguments) {
            super(problem.text(Locale.ENGLISH, arguments));
            this.problem = problem;
            this.arguments = arguments;
        }

        BackupProblem problem() {
            return problem;
        }

        Object[] arguments() {
            return arguments.clone();
        }
    }
}
