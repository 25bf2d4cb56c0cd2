package org.diandan.audit;

import org.diandan.shared.ProblemType;

/** What reading the audit may be refused for. */
enum AuditProblem implements ProblemType {
    AREA_FOREIGN(403, "audit-area-foreign"),
    TIME_TOO_LONG(400, "audit-time-too-long");

    private final int status;
    private final String slug;

    AuditProblem(int status, String slug) {
        this.status = status;
        this.slug = slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String slug() {
        return slug;
    }
}
