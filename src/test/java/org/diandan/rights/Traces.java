package org.diandan.rights;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;

/** Looks for a text through all rows of all tables. */
@ApplicationScoped
class Traces {

    private final Session session;

    Traces(Session session) {
        this.session = session;
    }

    /** The tables in which one of these texts stands, as it is or as bytes. */
    Set<String> of(String... texts) {
        return QuarkusTransaction.requiringNew().timeout(60).call(() -> {
            Set<String> found = new TreeSet<>();
            for (String table : session.createNativeQuery(
                            "select table_name from information_schema.tables where table_schema = current_schema()"
                                    + " and table_type = 'BASE TABLE'",
                            String.class)
                    .getResultList()) {
                for (String text : texts) {
                    if (stands(table, text)) {
                        found.add(table);
                    }
                }
            }
            return found;
        });
    }

    private boolean stands(String table, String text) {
        String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return session.createNativeQuery(
                        "select exists (select from \"" + table + "\" t where strpos(cast(t as text), :text) > 0"
                                + " or strpos(cast(t as text), :bytes) > 0)",
                        Boolean.class)
                .setParameter("text", text)
                .setParameter("bytes", bytes)
                .getSingleResult();
    }
}
