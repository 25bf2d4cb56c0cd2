package org.diandan.keys;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the keys come from. */
@ConfigMapping(prefix = "diandan.keys")
interface KeysConfig {

    /** The key set itself, as the program makes it; instances that share a database must share it. */
    Optional<String> set();

    /** A file with the key set. With neither, one is made in the data folder at the first start. */
    Optional<Path> setFile();

    /** The key that sealed before there was a key set, 32 bytes in base64; read where an earlier version's database is. */
    Optional<String> secretsKey();

    /** A file with that key. With neither it is looked for in the data folder. */
    Optional<Path> secretsKeyFile();
}
