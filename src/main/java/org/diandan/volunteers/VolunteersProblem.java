package org.diandan.volunteers;

import org.diandan.shared.ProblemType;

/** What this room refuses. */
enum VolunteersProblem implements ProblemType {
    ALREADY_A_VOLUNTEER(409, "already-a-volunteer"),
    NOT_A_VOLUNTEER(409, "not-a-volunteer"),
    TOO_YOUNG(409, "too-young"),
    GUARDIAN_NEEDED(409, "guardian-needed"),
    SITE_ELSEWHERE(400, "site-elsewhere"),
    OWN_CERTIFICATE(403, "own-certificate"),
    CERTIFICATE_NOT_NOW(409, "certificate-not-now"),
    CERTIFICATE_CLAIMED_TWICE(409, "certificate-claimed-twice"),
    CERTIFICATE_KIND_UNKNOWN(400, "certificate-kind-unknown"),
    PERIOD_BACKWARDS(400, "period-backwards"),
    WINDOW_BACKWARDS(400, "window-backwards"),
    WINDOWS_OVERLAP(400, "windows-overlap"),
    TEAM_NAME_TAKEN(409, "team-name-taken"),
    TEAM_NOT_NOW(409, "team-not-now"),
    COVERAGE_OUTSIDE(400, "coverage-outside"),
    CATEGORY_UNKNOWN(400, "category-unknown"),
    ORGANISATION_UNKNOWN(400, "organisation-unknown"),
    ORGANISATION_NAME_TAKEN(409, "organisation-name-taken"),
    MEMBER_ALREADY(409, "member-already"),
    MEMBER_NOT_NOW(409, "member-not-now"),
    NOT_A_LEADER(409, "not-a-leader"),
    LEADS_ALONE(409, "erasure-leads-alone"),
    REASON_NEEDED(400, "reason-needed"),
    OWN_HOURS(403, "own-hours"),
    HOURS_NOT_NOW(409, "hours-not-now"),
    HOURS_OVERLAP(409, "hours-overlap"),
    HOURS_ADJUSTED_UPWARDS(400, "hours-adjusted-upwards"),
    HOURS_SAME_REVIEWER(403, "hours-same-reviewer"),
    DISPUTE_TOO_LATE(409, "dispute-too-late");

    private final int status;
    private final String slug;

    VolunteersProblem(int status, String slug) {
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
