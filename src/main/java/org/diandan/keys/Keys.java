package org.diandan.keys;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Seals and opens what the database must hold and must not tell, and marks what must be found by it. Whoever has the
 * database without the keys reads and finds none of that.
 */
@Singleton
@Startup
public class Keys {

    private static final Logger LOG = Logger.getLogger(Keys.class);
    private static final long LOOKED_AT_EVERY = 1_000;

    private final KeyFile file;
    private final Clock clock;
    private volatile KeySet set;
    private volatile FileTime changedAt;
    private volatile long lookedAt;

    Keys(KeysConfig config, @ConfigProperty(name = "diandan.data-dir") Path dataDir, Clock clock) {
        this.file = KeyFile.of(config.set(), config.setFile(), dataDir);
        this.clock = clock;
        if (!file.isThere()) {
            file.write(KeySet.made());
        }
        changedAt = file.changedAt();
        set = file.read();
        lookedAt = clock.instant().toEpochMilli();
    }

    /** A text as nobody without the keys can read it, and only as what it is here; never twice the same. */
    public byte[] seal(SealedColumn column, String text) {
        return set().seal(column, text);
    }

    /**
     * The text that was sealed.
     *
     * @throws NotOpened if it was sealed for another place, with a key that is not here, or changed
     */
    public String open(SealedColumn column, byte[] sealed) {
        try {
            return set().open(column, sealed);
        } catch (NotOpened before) {
            // Another instance may seal with a key that came a moment ago.
            return lookAgain().open(column, sealed);
        }
    }

    /** {@link #seal} where only a text can be kept. */
    public String sealText(SealedColumn column, String text) {
        return Base64.getEncoder().encodeToString(seal(column, text));
    }

    /** {@link #open} what was sealed as a text. */
    public String openText(SealedColumn column, String sealed) {
        try {
            return open(column, Base64.getDecoder().decode(sealed));
        } catch (IllegalArgumentException e) {
            throw new NotOpened(column, "it is nothing sealed");
        }
    }

    /** By what a number is found in this place, however it is spelt; of 20 bytes. */
    public byte[] mark(MarkedColumn column, String number) {
        return set().mark(column, number);
    }

    /** {@link #mark} in hexadecimal. */
    public String markText(MarkedColumn column, String number) {
        return HexFormat.of().formatHex(mark(column, number));
    }

    /** The set as it is now: a command may have put a key into its file. */
    KeySet set() {
        long now = clock.instant().toEpochMilli();
        return Math.abs(now - lookedAt) < LOOKED_AT_EVERY ? set : lookAgain();
    }

    private synchronized KeySet lookAgain() {
        lookedAt = clock.instant().toEpochMilli();
        try {
            FileTime now = file.changedAt();
            if (!now.equals(changedAt)) {
                set = file.read();
                changedAt = now;
                LOG.info("The key set was changed and is read anew");
            }
        } catch (RuntimeException e) {
            // What it held before still opens what is there.
            LOG.errorf("The key set was changed and cannot be read; the one of before is used: %s", e.getMessage());
        }
        return set;
    }
}
