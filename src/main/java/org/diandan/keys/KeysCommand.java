package org.diandan.keys;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import org.diandan.keys.KeySet.Kind;
import org.diandan.keys.KeySet.Known;
import org.diandan.shared.OutsideWorld;
import org.diandan.shared.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The keys on the command line: which there are, another one for what is new, and an old one thrown away. */
@Command(name = "keys", resourceBundle = "messages.keys", mixinStandardHelpOptions = true)
public final class KeysCommand implements org.diandan.shared.Command {

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;

    /** Instances look at their file once a second, and end a transaction within five. */
    private static final long MILLIS_TO_NOTICE = 7_000;

    private static final Locale LANGUAGE =
            Locale.getDefault().getLanguage().equals("zh") ? Texts.DEFAULT : Locale.ENGLISH;

    private final Clock clock = OutsideWorld.time();
    private final long millisToNotice;

    @Spec
    @Nullable
    CommandSpec spec;

    private @Nullable Installation installation;

    public KeysCommand() {
        this(MILLIS_TO_NOTICE);
    }

    KeysCommand(long millisToNotice) {
        this.millisToNotice = millisToNotice;
    }

    @Override
    public void on(Installation given) {
        installation = given;
    }

    /** Writes a new key set to the output, for an installation that gives it by a setting. */
    @Command(name = "new", resourceBundle = "messages.keys", mixinStandardHelpOptions = true)
    int make() {
        out().print(KeySet.made().text());
        out().flush();
        return DONE;
    }

    /** Names the keys, and says how much each of them has sealed. */
    @Command(name = "list", resourceBundle = "messages.keys", mixinStandardHelpOptions = true)
    int list() throws SQLException {
        KeySet set = file().read();
        for (Known key : set.keys()) {
            String which = key.isPrimary() ? "primary" : "other";
            if (key.kind() == Kind.SEALING) {
                say("command.key." + which, key.id(), new Resealing(installed().owned(), set).sealedWith(key.id()));
            } else {
                say("command.mark-key." + which, key.id());
            }
        }
        return DONE;
    }

    /** Adds a key that opens and does not seal yet, so that all instances can be given it before one seals with it. */
    @Command(name = "add", resourceBundle = "messages.keys", mixinStandardHelpOptions = true)
    int add() throws SQLException {
        if (cannotBeChanged()) {
            return NOT_DONE;
        }
        rotation().add();
        return DONE;
    }

    /** Makes the newest key seal and seals anew what others have sealed. */
    @Command(name = "rotate", resourceBundle = "messages.keys", mixinStandardHelpOptions = true)
    int rotate() throws SQLException, InterruptedException {
        if (cannotBeChanged()) {
            return NOT_DONE;
        }
        rotation().rotate(millisToNotice);
        return DONE;
    }

    /** Throws a key away that has sealed nothing of what is there. */
    @Command(name = "remove", resourceBundle = "messages.keys", mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "KEY", descriptionKey = "key") long id) throws SQLException {
        return !cannotBeChanged() && rotation().remove(id) ? DONE : NOT_DONE;
    }

    /** Makes all marks anew under a new key, while no instance runs. */
    @Command(name = "rotate-marks", resourceBundle = "messages.keys", mixinStandardHelpOptions = true)
    int rotateMarks() throws SQLException {
        return !cannotBeChanged() && rotation().rotateMarks() ? DONE : NOT_DONE;
    }

    /** Gives up what no key opens, because the keys of before are lost everywhere. */
    @Command(name = "forget", resourceBundle = "messages.keys", mixinStandardHelpOptions = true)
    int forget(@Option(names = "--really", required = true, descriptionKey = "really") boolean really)
            throws SQLException {
        return really && rotation().forget() ? DONE : NOT_DONE;
    }

    private Rotation rotation() {
        return new Rotation(installed().owned(), file(), this::say, clock);
    }

    private boolean cannotBeChanged() {
        KeyFile file = file();
        if (file.isGiven()) {
            say("command.given");
        } else if (!file.isThere()) {
            say("command.no-file", file.path());
        }
        return file.isGiven() || !file.isThere();
    }

    private KeyFile file() {
        return KeyFile.of(
                installed().setting("diandan.keys.set"),
                installed().setting("diandan.keys.set-file").map(Path::of),
                installed().dataFolder());
    }

    private Installation installed() {
        return requireNonNull(installation);
    }

    private PrintWriter out() {
        return requireNonNull(spec).commandLine().getOut();
    }

    private void say(String key, Object... arguments) {
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = arguments[i].toString();
        }
        out().println(Texts.of(KeysCommand.class, key, LANGUAGE, plain));
        out().flush();
    }
}
