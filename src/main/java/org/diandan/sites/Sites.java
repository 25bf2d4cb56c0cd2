package org.diandan.sites;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diandan.shared.Area;
import org.diandan.shared.Recent;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The sites, as other rooms look them up: from memory, at most {@link Recent#FOR} old. */
@ApplicationScoped
public class Sites {

    private static final int PREFECTURE_DIGITS = 4;
    private static final int COUNTIES = 100;

    /** Where a Center is if it names no time zone. */
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String OF_CENTER = """
            select new org.diandan.sites.Sites$Row(s.code, s.name, s.mode, s.zone) from SiteRow s
            where s.center = :center order by s.code""";

    private static final String CENTERS = """
            select code from site where center = any(:codes) and level = 'CENTER' order by code limit :most""";

    private final Session database;
    private final Recent<String, Map<String, Known>> centers;

    Sites(Session database, TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.centers = new Recent<>(transactions, this::load);
    }

    /** The site with this code; of what is no site's code there is none. */
    public Optional<Site> find(String code) {
        return known(code).map(Known::site);
    }

    /**
     * The site with this code.
     *
     * @throws org.diandan.shared.Refused {@link SitesProblem#UNKNOWN_SITE}
     */
    public Site get(String code) {
        return find(code).orElseThrow(() -> SitesProblem.UNKNOWN_SITE.because(code));
    }

    /**
     * The chain of a site: itself, then what lies above it, up to its Center.
     *
     * @throws org.diandan.shared.Refused {@link SitesProblem#UNKNOWN_SITE}
     */
    public List<Site> chain(String code) {
        List<Site> chain = new ArrayList<>();
        Site site = get(code);
        chain.add(site);
        while (site.parent() != null) {
            site = get(site.parent());
            chain.add(site);
        }
        return List.copyOf(chain);
    }

    /**
     * The other Centers of a Center's prefecture, by code. A prefecture has at most a hundred county codes, so that they are
     * asked for by name.
     */
    public List<Site> neighbours(String center, int most) {
        String prefecture = center.substring(0, PREFECTURE_DIGITS);
        String[] others = IntStream.range(0, COUNTIES)
                .mapToObj(county -> prefecture + "%02d".formatted(county))
                .filter(code -> !code.equals(center))
                .toArray(String[]::new);
        return database.createNativeQuery(CENTERS, String.class)
                .setParameter("codes", others)
                .setParameter("most", most)
                .getResultStream()
                .map(this::get)
                .toList();
    }

    /** The time zone of a Center; China's where there is no such Center. */
    public ZoneId zone(String center) {
        return known(center).map(Known::zone).orElse(CHINA);
    }

    /** Reads the center's sites anew, now and after this transaction. */
    void forget(String center) {
        centers.forget(center);
    }

    private Optional<Known> known(String code) {
        if (!Level.isSite(code)) {
            return Optional.empty();
        }
        return Optional.ofNullable(centers.get(Area.centerOf(code)).get(code));
    }

    private Map<String, Known> load(String center) {
        List<Row> rows = QuarkusTransaction.joiningExisting().call(() -> database.createQuery(OF_CENTER, Row.class)
                .setParameter("center", center)
                .getResultList());
        Map<String, Known> sites = new HashMap<>();
        for (Row row : rows) {
            Known above = sites.get(Level.above(row.code()));
            sites.put(row.code(), row.below(center, above));
        }
        return Map.copyOf(sites);
    }

    /** A site with the time zone that holds there. */
    private record Known(Site site, ZoneId zone) {}

    /** What is read of a site; ordered by code, each comes after the one above it. */
    record Row(
            String code,
            String name,
            OperatingMode mode,
            @Nullable String zone) {

        private Known below(String center, @Nullable Known above) {
            boolean emergency = mode == OperatingMode.EMERGENCY
                    || (above != null && above.site().mode() == OperatingMode.EMERGENCY);
            Site site = new Site(
                    code,
                    center,
                    Level.of(code),
                    name,
                    above == null ? null : above.site().code(),
                    emergency ? OperatingMode.EMERGENCY : OperatingMode.NORMAL);
            if (above != null) {
                return new Known(site, above.zone());
            }
            return new Known(site, zone == null ? CHINA : ZoneId.of(zone));
        }
    }
}
