package org.diandan.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diandan.catalogue.Catalogue.Content;
import org.diandan.catalogue.Catalogue.MenuEntry;
import org.hibernate.Session;

/** The catalogue's tables. A service is a document, beside it what the database itself must know. */
@ApplicationScoped
class CatalogueRows {

    private static final String SERVICES = """
            select s.code, s.category, s.active, s.content::text, s.version, r.version, r.risk_class, r.zh, r.en
            from service_item s
            join service_risk r on r.service = s.code
              and r.version = (select max(version) from service_risk where service = s.code)
            order by s.code""";

    private static final List<String> COLUMNS =
            List.of("code", "category", "active", "riskVersion", "riskClass", "risks");

    private final Session database;
    private final ObjectMapper json;

    CatalogueRows(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Content content() {
        Map<String, Category> categories = new LinkedHashMap<>();
        for (Object[] row : rows("select code, zh, en from category order by place, code")) {
            categories.put(text(row[0]), new Category(text(row[0]), words(row[1], row[2])));
        }
        Map<String, CertificateKind> kinds = new LinkedHashMap<>();
        for (Object[] row : rows("select code, zh, en from certificate_kind order by code")) {
            kinds.put(text(row[0]), new CertificateKind(text(row[0]), words(row[1], row[2])));
        }
        Map<String, ServiceItem> services = new LinkedHashMap<>();
        Map<String, Integer> versions = new HashMap<>();
        for (Object[] row : rows(SERVICES)) {
            services.put(text(row[0]), service(row));
            versions.put(text(row[0]), ((Number) row[4]).intValue());
        }
        return new Content(categories, kinds, services, versions);
    }

    /** What the menus of a center's sites say. */
    Map<MenuEntry, Boolean> menus(String center) {
        Map<MenuEntry, Boolean> menus = new HashMap<>();
        database.createNativeQuery(
                        "select site, service, offered from menu_entry where center = :center and offered is not null",
                        Object[].class)
                .setParameter("center", center)
                .getResultList()
                .forEach(row -> menus.put(new MenuEntry(text(row[0]), text(row[1])), (Boolean) row[2]));
        return Map.copyOf(menus);
    }

    /** Adds a service, unless there is one with its code. */
    boolean add(ServiceItem service) {
        int added = database.createNativeMutationQuery("""
                        insert into service_item (code, category, active, content, version)
                        values (:code, :category, :active, cast(:content as jsonb), 0) on conflict do nothing""")
                .setParameter("code", service.code())
                .setParameter("category", service.category())
                .setParameter("active", service.active())
                .setParameter("content", document(service))
                .executeUpdate();
        if (added == 1) {
            addRisks(service);
        }
        return added == 1;
    }

    /** The version of what is said about a service, which nobody else changes until this transaction is over. */
    Optional<Integer> lockVersion(String service) {
        return database.createNativeQuery(
                        "select version from service_item where code = :code for update", Integer.class)
                .setParameter("code", service)
                .uniqueResultOptional();
    }

    void change(ServiceItem service) {
        database.createNativeMutationQuery("""
                        update service_item
                        set category = :category, active = :active, content = cast(:content as jsonb), version = version + 1
                        where code = :code""")
                .setParameter("code", service.code())
                .setParameter("category", service.category())
                .setParameter("active", service.active())
                .setParameter("content", document(service))
                .executeUpdate();
    }

    /** Keeps the risks under their new version; earlier ones stay. */
    void addRisks(ServiceItem service) {
        database.createNativeMutationQuery("insert into service_risk values (:code, :version, :class, :zh, :en)")
                .setParameter("code", service.code())
                .setParameter("version", service.riskVersion())
                .setParameter("class", service.riskClass().name())
                .setParameter("zh", service.risks().zh())
                .setParameter("en", service.risks().en())
                .executeUpdate();
    }

    /** Every text of risks that a service ever had, the latest first. */
    List<Object[]> risks(String service) {
        return database.createNativeQuery(
                        "select version, risk_class, zh, en from service_risk where service = :code order by version desc",
                        Object[].class)
                .setParameter("code", service)
                .getResultList();
    }

    private ServiceItem service(Object[] row) {
        try {
            ObjectNode document = (ObjectNode) json.readTree(text(row[3]));
            document.put("code", text(row[0]))
                    .put("category", text(row[1]))
                    .put("active", (Boolean) row[2])
                    .put("riskVersion", ((Number) row[5]).intValue())
                    .put("riskClass", text(row[6]));
            document.putObject("risks").put("zh", text(row[7])).put("en", text(row[8]));
            return json.treeToValue(document, ServiceItem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The service " + row[0] + " cannot be read", e);
        }
    }

    private String document(ServiceItem service) {
        return json.<ObjectNode>valueToTree(service).remove(COLUMNS).toString();
    }

    private List<Object[]> rows(String query) {
        return database.createNativeQuery(query, Object[].class).getResultList();
    }

    private static Bilingual words(Object zh, Object en) {
        return new Bilingual(text(zh), text(en));
    }

    private static String text(Object column) {
        return (String) column;
    }
}
