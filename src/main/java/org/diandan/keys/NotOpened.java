package org.diandan.keys;

/** What was to be opened was sealed for another place, with a key that is not there, or was changed. Tells nothing of it. */
public final class NotOpened extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NotOpened(SealedColumn column, String why) {
        super("Not opened, " + column + ": " + why);
    }
}
