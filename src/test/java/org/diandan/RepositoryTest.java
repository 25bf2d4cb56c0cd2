package org.diandan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never be in the repository: anything that opens a door, and anything that is true on one machine alone. */
class RepositoryTest {

    /** Made by builds and tools, or by running the program. */
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", ".idea", ".vscode", "node_modules");

    private static final int LARGEST = 4 << 20;

    /** The demo's, which everybody knows, and which only the demo's people have. */
    private static final String KNOWN = "diandan-demo-2026";

    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "a private key",
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{40}"),
            "a signed token",
            Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{5,}\\.[\\w-]{20,}"),
            "a key of a cloud or a forge",
            Pattern.compile("\\b(AKIA[0-9A-Z]{16}|gh[pousr]_\\w{30,}|glpat-[\\w-]{20}|xox[abprs]-[\\w-]{10,})"),
            "an address with a password",
            Pattern.compile("\\w://[^\\s/:@$<{]+:[^\\s/:@$<{]+@"),
            "a password",
            Pattern.compile("(?i)(password|secret|passwd)\\w*(=|\": \"|\\\\\":\\\\\"|: )(?!data/)"
                    + "(?=[^\\s\"]*\\d)(?=[^\\s\"]*[a-z])[\\w.!@#%^*+-]{8,}"),
            "a path of one machine",
            Pattern.compile("(?<![\\w/.$}-])/(home|Users|root|wor" + "k)/\\w+"),
            "an address of a package registry",
            Pattern.compile(
                    "(repo\\d?\\.maven|registry\\.npmjs|repository\\.sonatype|files\\.pythonhosted|mirrors?\\.\\w+\\.\\w+)"));

    @Test
    void nothingThatOpensADoorOrIsTrueOnOneMachineAlone() throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(Path.of(""), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (NOT_OURS.contains(file.getFileName().toString())) {
                    // A second work tree of Git has a file that says where the first is.
                    return FileVisitResult.CONTINUE;
                }
                assertThat(attributes.size())
                        .as("%s is too large to be looked at", file)
                        .isLessThan(LARGEST);
                in(Files.readString(file, StandardCharsets.ISO_8859_1)).forEach(what -> found.add(file + ": " + what));
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(found).isEmpty();
    }

    /** Cut in two, so that the other test does not find them here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----~\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7",
                "token: eyJhbGciOiJSUzI1NiJ9~.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlc2lnbmF0dXJl",
                "AKIA~ABCDEFGHIJKLMNOP",
                "jdbc:postgresql:~//me:hunter2@db/diandan",
                "QUARKUS_DATASOURCE_PASSWORD=~correct4horse",
                "/home~/somebody/diandan",
                "https://repo~.maven.example/central",
            })
    void theLookFindsWhatItLooksFor(String cut) {
        assertThat(in(cut.replace("~", ""))).hasSize(1);
    }

    private static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        FORBIDDEN.forEach((what, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                if (!matcher.group().contains(KNOWN)) {
                    found.add(what + ", " + matcher.group());
                }
            }
        });
        return found;
    }
}
