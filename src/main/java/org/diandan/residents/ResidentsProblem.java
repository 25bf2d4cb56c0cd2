package org.diandan.residents;

import org.diandan.shared.ProblemType;

/** What keeping residents, consents and proxies may be refused for. */
public enum ResidentsProblem implements ProblemType {
    CONSENT_NEEDED(400, "consent-needed"),
    CONSENT_VERSION_UNKNOWN(400, "consent-version-unknown"),
    CONSENT_WAY(400, "consent-way"),
    OTHER_CENTER(409, "other-center"),
    OUTSIDE_AREA(403, "outside-area"),
    MASKED_ONLY(403, "masked-only"),
    PROXY_INCOMPLETE(400, "proxy-incomplete"),
    SEARCH_TOO_WIDE(400, "search-too-wide"),
    RESIDENT_KNOWN(409, "resident-known"),
    CONSENT_ENDED(409, "consent-ended"),
    PROXY_KNOWN(409, "proxy-known"),
    PROXY_WITHOUT_ACCOUNT(409, "proxy-without-account"),
    OWN_PROXY(409, "own-proxy"),
    INVITATION_NOT_VALID(409, "invitation-not-valid");

    private final int status;
    private final String slug;

    ResidentsProblem(int status, String slug) {
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
