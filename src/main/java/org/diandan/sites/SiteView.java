package org.diandan.sites;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.diandan.http.Resource;
import org.diandan.shared.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A site.
 *
 * @param parent the code of the site above; absent for a Center
 * @param chain the site itself and those above it, up to the Center
 * @param mode its own
 * @param modeInForce its own or that of a site above
 * @param zone of its Center
 * @param opening when one finds somebody there, in words
 * @param actions what the caller may do now
 */
record SiteView(
        String code,
        Level level,
        String name,
        @Nullable String parent,
        List<Link> chain,
        OperatingMode mode,
        OperatingMode modeInForce,
        String zone,
        @Nullable String address,
        @Nullable String opening,
        Instant openedAt,
        int version,
        List<SiteAction> actions)
        implements Resource {

    /** A site of the chain. */
    record Link(String code, Level level, String name) {}

    static SiteView of(SiteRow row, List<Site> chain, ZoneId zone, Scope scope) {
        return new SiteView(
                row.code(),
                row.level(),
                row.name(),
                row.parent(),
                chain.stream()
                        .map(site -> new Link(site.code(), site.level(), site.name()))
                        .toList(),
                row.mode(),
                chain.get(0).mode(),
                zone.getId(),
                row.address(),
                row.opening(),
                row.openedAt(),
                row.version(),
                SiteAction.of(scope, row.code()));
    }

    @Override
    public String path() {
        return "/sites/" + code;
    }
}
