package org.diandan.catalogue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diandan.shared.Area;
import org.diandan.shared.Recent;
import org.jspecify.annotations.Nullable;

/** The catalogue, as other rooms look it up: from memory, at most {@link Recent#FOR} old. */
@ApplicationScoped
public class Catalogue {

    private static final String ALL = "all";

    private final Recent<String, Content> content;
    private final Recent<String, Map<MenuEntry, Boolean>> menus;

    Catalogue(CatalogueRows rows, TransactionSynchronizationRegistry transactions) {
        this.content = new Recent<>(
                transactions, all -> QuarkusTransaction.joiningExisting().call(rows::content));
        this.menus = new Recent<>(
                transactions, center -> QuarkusTransaction.joiningExisting().call(() -> rows.menus(center)));
    }

    /** The service with this code, also one that can no longer be ordered. */
    public Optional<ServiceItem> find(String code) {
        return Optional.ofNullable(content.get(ALL).services().get(code));
    }

    /**
     * The service with this code, also one that can no longer be ordered.
     *
     * @throws org.diandan.shared.Refused {@link CatalogueProblem#UNKNOWN_SERVICE}
     */
    public ServiceItem get(String code) {
        return find(code).orElseThrow(() -> CatalogueProblem.UNKNOWN_SERVICE.because(code));
    }

    /** All services by code, also those that can no longer be ordered. */
    public List<ServiceItem> services() {
        return List.copyOf(content.get(ALL).services().values());
    }

    /** The categories in their order. */
    public List<Category> categories() {
        return List.copyOf(content.get(ALL).categories().values());
    }

    /** Tells whether there is such a category. */
    public boolean isCategory(String code) {
        return content.get(ALL).categories().containsKey(code);
    }

    /** The kinds of certificates by code. */
    public List<CertificateKind> certificateKinds() {
        return List.copyOf(content.get(ALL).certificateKinds().values());
    }

    /** The kind of certificate with this code. */
    public Optional<CertificateKind> certificateKind(String code) {
        return Optional.ofNullable(content.get(ALL).certificateKinds().get(code));
    }

    /**
     * Tells whether the service can be ordered at the site: it is active, and the nearest site of the chain that says
     * something about it offers it. Where none does, every service is offered.
     */
    public boolean isOffered(String service, String site) {
        if (find(service).filter(ServiceItem::active).isEmpty()) {
            return false;
        }
        Map<MenuEntry, Boolean> menu = menus.get(Area.centerOf(site));
        return SiteChain.of(site).stream()
                .map(above -> menu.get(new MenuEntry(above, service)))
                .filter(said -> said != null)
                .findFirst()
                .orElse(true);
    }

    /** The version of what is said about a service, which every change raises; 0 if there is none. */
    int version(String service) {
        return content.get(ALL).versions().getOrDefault(service, 0);
    }

    /** The category with this code. */
    Category category(String code) {
        Category category = content.get(ALL).categories().get(code);
        return category == null ? new Category(code, new Bilingual(code, code)) : category;
    }

    /** What the site itself says about the service; nothing if it leaves that to the one above. */
    @Nullable
    Boolean said(String site, String service) {
        return menus.get(Area.centerOf(site)).get(new MenuEntry(site, service));
    }

    /** Reads the services anew, now and after this transaction. */
    void forget() {
        content.forget(ALL);
    }

    /** Reads the menus of a center anew, now and after this transaction. */
    void forgetMenus(String center) {
        menus.forget(center);
    }

    /** What the catalogue holds, each by code and in its order. */
    record Content(
            Map<String, Category> categories,
            Map<String, CertificateKind> certificateKinds,
            Map<String, ServiceItem> services,
            Map<String, Integer> versions) {}

    /** A line of a site's menu. */
    record MenuEntry(String site, String service) {}
}
