package org.diandan.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the keys come from. */
@ConfigMapping(prefix = "diandan.keys")
interface KeysConfig {

    /** The key set itself, as the program makes it; instances that share a database must share it. */
    Optional<String> set();

    /** A file with the key set. With neither, one is made in the data folder at the first start. */
    Optional<Path> setFile();

    /**
     * Whether this instance's key set takes the place of the one that the database knows, because that one is lost. To be
     * set for one start only: what was sealed with the other can be read by nobody any more.
     */
    @WithDefault("false")
    boolean replace();

    /** The key that sealed before there was a key set, 32 bytes in base64; read where an earlier version's database is. */
    Optional<String> secretsKey();

    /** A file with that key. With neither it is looked for in the data folder. */
    Optional<Path> secretsKeyFile();
}
