package org.diandan.visits;

import org.diandan.shared.ProblemType;

/** The refusals of this room; docs/problems.md tells what each one means and what to do. */
public enum VisitsProblem implements ProblemType {
    /** The verb is for somebody else. */
    NOT_YOURS(403, "visit-not-yours"),
    /** The visit's state does not allow the verb now. */
    NOT_NOW(409, "visit-not-now"),
    /** The attendance's state does not allow the verb now. */
    ATTENDANCE_NOT_NOW(409, "attendance-not-now"),
    /** Lost the race for the last place. */
    PLACE_TAKEN(409, "place-taken"),
    NOT_SEEKING(409, "visit-not-seeking"),
    ALREADY_COMING(409, "already-coming"),
    NOT_A_VOLUNTEER(409, "visit-not-a-volunteer"),
    OWN_ORDER(409, "visit-own-order"),
    /** The resident wished for helpers of one sex, and this volunteer is on record with the other. */
    OTHER_SEX_WISHED(409, "visit-other-sex-wished"),
    /** The resident would like others to come. */
    NOT_WELCOME(409, "visit-not-welcome"),
    /** Somebody of the resident's sex has to have a place first. */
    SAME_SEX_FIRST(409, "visit-same-sex-first"),
    /** Two have to come together, and there is no second. */
    PARTNER_MISSING(409, "visit-partner-missing"),
    /** Whom a resident does not want again is for the resident, their proxies, and the chain on their word. */
    RESIDENTS_WORD(403, "visit-residents-word"),
    MINOR_NEEDS_ADULT(409, "minor-needs-adult"),
    CERTIFICATE_MISSING(409, "visit-certificate-missing"),
    CERTIFICATE_EXPIRED(409, "visit-certificate-expired"),
    INSURANCE_MISSING(409, "visit-insurance-missing"),
    CLASH(409, "visit-clash"),
    WEEK_FULL(409, "week-full"),
    REASON_UNKNOWN(400, "attendance-reason-unknown"),
    REASON_TEXT_MISSING(400, "attendance-reason-text-missing"),
    CONSENT_UNHEARD(400, "consent-unheard"),
    CODE_NOT_FOR_YOU(403, "visit-code-not-for-you"),
    TOO_EARLY(409, "check-in-too-early"),
    TOO_LATE(409, "check-in-too-late"),
    CODE_WRONG(409, "visit-code-wrong"),
    CODE_TRIED_TOO_OFTEN(409, "code-tried-too-often"),
    DEVICE_TIME(400, "device-time"),
    STILL_THERE(409, "still-checked-in"),
    REPORT_NOT_OVERDUE(409, "report-not-overdue"),
    PHOTO_MISSING(409, "photo-missing"),
    NO_OPEN_VISIT(409, "no-open-visit"),
    NOT_ATTENDING(409, "not-attending"),
    STILL_EXPECTED(409, "erasure-visit-to-come"),
    MINOR_CANNOT_LEAD(409, "minor-cannot-lead"),
    DISPUTE_TOO_LATE(409, "no-show-dispute-too-late"),
    ALREADY_DISPUTED(409, "no-show-already-disputed"),
    ALREADY_DECIDED(409, "no-show-already-decided"),
    NOT_DISPUTED(409, "no-show-not-disputed");

    private final int status;
    private final String slug;

    VisitsProblem(int status, String slug) {
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
