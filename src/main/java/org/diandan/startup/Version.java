package org.diandan.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, as Maven writes it into the jar; where there is no jar there is none yet. */
final class Version implements IVersionProvider {
    private static final String FILE = "/META-INF/maven/org.diandan/diandan/pom.properties";

    static String text() {
        try (var file = Version.class.getResourceAsStream(FILE)) {
            var properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("version", "development");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }
}
