package org.diandan.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code audit_entry}, whole, as it is sealed. */
record Entry(
        String center,
        UUID id,
        Kind kind,
        Instant at,
        String site,
        @Nullable UUID actor,
        String operation,
        @Nullable String decision,
        String subjectKind,
        String subject,
        @Nullable String throughKind,
        @Nullable String through,
        String detail) {

    static final String COLUMNS = "center, id, kind, at, site, actor, operation, decision,"
            + " subject_kind, subject, through_kind, through, detail";

    /** What an entry tells of. */
    enum Kind {
        LOOK,
        DECISION
    }

    static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("center"),
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("site"),
                row.getObject("actor", UUID.class),
                row.getString("operation"),
                row.getString("decision"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("through_kind"),
                row.getString("through"),
                row.getString("detail"));
    }

    Subject subjectOf() {
        return new Subject(Subject.Kind.valueOf(subjectKind), subject);
    }

    @Nullable
    Subject throughOf() {
        return throughKind == null || through == null ? null : new Subject(Subject.Kind.valueOf(throughKind), through);
    }

    /** The entry as bytes: each column with its length before it, so that nothing can be moved from one to the next. */
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (@Nullable Object column : columns()) {
                out.writeBoolean(column != null);
                out.writeUTF(column == null ? "" : column.toString());
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail to take bytes", e);
        }
        return bytes.toByteArray();
    }

    private @Nullable Object[] columns() {
        return new @Nullable Object[] {
            center, id, kind, at, site, actor, operation, decision, subjectKind, subject, throughKind, through, detail
        };
    }
}
