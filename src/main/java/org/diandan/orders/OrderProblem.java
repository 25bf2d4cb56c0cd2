package org.diandan.orders;

import org.diandan.shared.ProblemType;

/** The refusals of this room; docs/problems.md tells what each one means and what to do. */
public enum OrderProblem implements ProblemType {
    /** The verb is for somebody else. */
    NOT_YOURS(403, "order-not-yours"),
    /** The order's state does not allow the verb now. */
    NOT_NOW(409, "order-not-now"),
    RISKS_NOT_ACKNOWLEDGED(409, "risks-not-acknowledged"),
    CONSENT_MISSING(400, "consent-missing"),
    NOT_ALLOWED_TO_ORDER_FOR(403, "not-allowed-to-order-for"),
    CONTACT_MISSING(400, "contact-missing"),
    SERVICE_NOT_OFFERED(409, "service-not-offered"),
    QUESTION_UNANSWERED(400, "question-unanswered"),
    QUESTION_UNKNOWN(400, "question-unknown"),
    HEARD_FROM_MISSING(400, "heard-from-missing"),
    WISHED_TIME_PAST(400, "wished-time-past"),
    /** Somebody asks to be forgotten for whom something is still to be done. */
    STILL_OPEN(409, "erasure-order-open"),
    /** The same helper is wished for, and nobody has come to this resident yet. */
    NO_HELPER_YET(400, "no-helper-yet"),
    REASON_UNKNOWN(400, "reason-unknown"),
    REASON_TEXT_MISSING(400, "reason-text-missing"),
    POSSIBLE_DUPLICATE(409, "possible-duplicate"),
    ALREADY_APPEALED(409, "already-appealed"),
    APPEAL_TOO_LATE(409, "appeal-too-late"),
    DECIDED_ELSEWHERE(403, "appeal-decided-elsewhere"),
    MERGE_TARGET(409, "merge-target"),
    TRANSFER_TARGET(409, "transfer-target"),
    CENTER_MISSING(400, "center-missing"),
    NOT_AN_EXPERT(409, "not-an-expert"),
    CERTIFICATE_EXPIRED(409, "certificate-expired"),
    CERTIFICATE_MISSING(409, "certificate-missing"),
    EXPERT_IS_REQUESTER(409, "expert-is-requester"),
    PLAN_INCOMPLETE(409, "plan-incomplete"),
    PLAN_IN_THE_PAST(409, "plan-in-the-past"),
    RATING_LOCKED(409, "rating-locked"),
    REOPEN_TOO_LATE(409, "reopen-too-late"),
    REOPENED_TOO_OFTEN(403, "reopened-too-often"),
    REVIEW_DATE(400, "review-date"),
    PHOTO_FORMAT(415, "photo-format"),
    TOO_MANY_PHOTOS(409, "too-many-photos");

    private final int status;
    private final String slug;

    OrderProblem(int status, String slug) {
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
