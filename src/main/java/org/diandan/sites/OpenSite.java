package org.diandan.sites;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.diandan.http.Fault;
import org.diandan.shared.Area;
import org.diandan.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Opens a site: a Center, Institute or Station in the division with its code, or a Point that belongs to one of them and
 * gets the next number there.
 *
 * @param code of a Center, Institute or Station
 * @param parent of a Point: the site that it belongs to
 * @param zone of a Center: where its hours are meant, China's if absent
 * @param opening when one finds somebody there, in words
 */
public record OpenSite(
        @Nullable Area code,
        @Nullable Area parent,
        @NotBlank @Size(max = 60) String name,
        @Size(max = 40) @Nullable String zone,
        @Size(max = 200) @Nullable String address,
        @Size(max = 120) @Nullable String opening) {

    /** Opens the Center, Institute or Station of a division. */
    public static OpenSite in(String division, String name) {
        return new OpenSite(new Area(division), null, name, null, null, null);
    }

    /** Opens a Point that belongs to a site. */
    public static OpenSite pointOf(String site, String name) {
        return new OpenSite(null, new Area(site), name, null, null, null);
    }

    /** The code of the site above; empty for a Center. To be asked of a request that was checked. */
    String above() {
        return parent != null ? parent.code() : code == null ? "" : Level.above(code.code());
    }

    /** Refuses a request that contradicts itself. */
    void check(Locale language) {
        if ((code == null) == (parent == null)) {
            throw fault("/code", "code-or-parent", language);
        }
        if (code != null && (!Level.isSite(code.code()) || Level.of(code.code()) == Level.POINT)) {
            throw fault("/code", "code-of-division", language);
        }
        if (parent != null && (!Level.isSite(parent.code()) || Level.of(parent.code()) == Level.POINT)) {
            throw fault("/parent", "parent-of-point", language);
        }
        if (zone != null && (!above().isEmpty() || !isZone(zone))) {
            throw fault("/zone", "zone", language);
        }
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.of(zone).getRules() != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static RuntimeException fault(String pointer, String key, Locale language) {
        return Fault.at(pointer, Texts.of(OpenSite.class, "open-site." + key, language))
                .refuse();
    }
}
