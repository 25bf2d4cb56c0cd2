package org.diandan.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diandan.catalogue.Catalogue.Content;
import org.diandan.catalogue.Catalogue.MenuEntry;
import org.hibernate.Session;

/** The catalogue's tables. A service is a document, beside it what the database itself must know. */
class CatalogueRows {

    private static final String SERVICES = """
            select s.code, s.category, s.active, s.content::text, r.version, r.risk_class, r.zh, r.en
            from service_item s
            join service_risk r on r.service = s.code
              and r.version = (select max(version) from service_risk where service = s.code)
            order by s.code""";

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
        for (Object[] row : rows(SERVICES)) {
            services.put(text(row[0]), service(row));
        }
        return new Content(categories, kinds, services);
    }

    /** What the menus of a center's sites say. */
    Map<MenuEntry, Boolean> menus(String center) {
        Map<MenuEntry, Boolean> menus = new HashMap<>();
        List<Object[]> entries = database.createNativeQuery(
                        "select site, service, offered from menu_entry where center = :center", Object[].class)
                .setParameter("center", center)
                .getResultList();
        for (Object[] row : entries) {
            menus.put(new MenuEntry(text(row[0]), text(row[1])), (Boolean) row[2]);
        }
        return Map.copyOf(menus);
    }

    private ServiceItem service(Object[] row) {
        try {
            ObjectNode document = (ObjectNode) json.readTree(text(row[3]));
            document.put("code", text(row[0]))
                    .put("category", text(row[1]))
                    .put("active", (Boolean) row[2])
                    .put("riskVersion", ((Number) row[4]).intValue())
                    .put("riskClass", text(row[5]));
            document.putObject("risks").put("zh", text(row[6])).put("en", text(row[7]));
            return json.treeToValue(document, ServiceItem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The service " + row[0] + " cannot be read", e);
        }
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
