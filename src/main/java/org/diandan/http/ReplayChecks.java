package org.diandan.http;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.diandan.http.ReplayCheck.Look;
import org.diandan.shared.Refused;

/** Knows by the form of a path which room looks whether the caller may still see what is there. */
@Singleton
class ReplayChecks {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CENTER = Pattern.compile("(?<=^/centers/)[0-9]{6}(?=/)");

    private final Map<String, Look> looks = new HashMap<>();

    ReplayChecks(@All List<ReplayCheck> checks) {
        checks.forEach(check -> looks.putAll(check.looks()));
    }

    /** Whether the caller may see what is there now; so may everybody where no room says otherwise. */
    boolean isVisible(String path) {
        Look look = looks.get(CENTER.matcher(ID.matcher(path).replaceAll("{}")).replaceAll("{}"));
        if (look == null) {
            return true;
        }
        try {
            look.at(ID.matcher(path)
                    .results()
                    .map(MatchResult::group)
                    .map(UUID::fromString)
                    .toList());
            return true;
        } catch (Refused e) {
            return false;
        }
    }
}
