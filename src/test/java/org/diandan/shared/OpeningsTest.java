package org.diandan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where the second wall is opened: a new place is a decision, and its reason an {@link Opening}. */
class OpeningsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/diandan");
    private static final Pattern OPENING = Pattern.compile("Opening\\.([A-Z_]+)");
    private static final Pattern EVERYWHERE = Pattern.compile("\\.everywhere\\(|Wall\\.EVERYWHERE");

    private static final Map<String, Set<Opening>> PLACES = Map.ofEntries(
            Map.entry("audit/Sealer", Set.of(Opening.SEALS)),
            Map.entry("demo/Village", Set.of(Opening.START)),
            Map.entry("http/IdempotencyKeys", Set.of(Opening.KEYS)),
            Map.entry("identity/FirstAdministrator", Set.of(Opening.START)),
            Map.entry("identity/SigningIn", Set.of(Opening.SIGN_IN)),
            Map.entry("identity/Standings", Set.of(Opening.STANDING)),
            Map.entry("jobs/Worker", Set.of(Opening.JOBS)),
            Map.entry("notifications/LiveStream", Set.of(Opening.STREAM)),
            Map.entry("offers/Answering", Set.of(Opening.POOL)),
            Map.entry("offers/OfferReading", Set.of(Opening.POOL)),
            Map.entry("orders/OrderNumbers", Set.of(Opening.NUMBERS)),
            Map.entry("orders/Placing", Set.of(Opening.PLACING, Opening.TRANSFER)),
            Map.entry("outbox/Pruning", Set.of(Opening.NEWS)),
            Map.entry("outbox/Relay", Set.of(Opening.NEWS)),
            Map.entry("residents/Proxies", Set.of(Opening.INVITATION)),
            Map.entry("rights/Copying", Set.of(Opening.COPY)),
            Map.entry("rights/Erasing", Set.of(Opening.ERASURE)),
            Map.entry("rights/Expiring", Set.of(Opening.EXPIRY)),
            Map.entry("timers/Sweeper", Set.of(Opening.TIMERS)),
            Map.entry("volunteers/Membership", Set.of(Opening.JOINING)));

    /** Whole, and not one Center after the other: where it cannot be known before which Centers there is work for. */
    private static final Set<String> EVERYWHERE_IN = Set.of(
            "audit/Sealer",
            "demo/Village",
            "http/IdempotencyKeys",
            "identity/SigningIn",
            "jobs/Worker",
            "notifications/LiveStream",
            "outbox/Pruning",
            "outbox/Relay",
            "rights/Expiring",
            "startup/CommandInstallation",
            "timers/Sweeper");

    @Test
    void theWallIsOpenedInThesePlacesAlone() throws IOException {
        Map<String, Set<Opening>> found = new TreeMap<>();
        Set<String> everywhere = new TreeSet<>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name = SOURCES.relativize(file).toString().replace(".java", "");
                if (name.equals("shared/Wall") || name.equals("shared/Opening")) {
                    continue;
                }
                String text = Files.readString(file);
                OPENING.matcher(text).results().forEach(match -> found.computeIfAbsent(name, key -> new TreeSet<>())
                        .add(Opening.valueOf(match.group(1))));
                if (EVERYWHERE.matcher(text).find()) {
                    everywhere.add(name);
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderEntriesOf(PLACES);
        assertThat(everywhere).containsExactlyInAnyOrderElementsOf(EVERYWHERE_IN);
    }
}
