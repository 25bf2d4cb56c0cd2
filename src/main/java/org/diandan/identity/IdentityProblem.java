package org.diandan.identity;

import org.diandan.shared.ProblemType;

/** What signing in, accounts and grants may be refused for. */
public enum IdentityProblem implements ProblemType {
    SIGN_IN_FAILED(401, "sign-in-failed"),
    CODE_WRONG(401, "code-wrong"),
    SESSION_OVER(401, "session-over"),
    SECOND_FACTOR_NEEDED(401, "second-factor-needed"),
    SECOND_FACTOR_WRONG(401, "second-factor-wrong"),
    SECOND_FACTOR_ON(409, "second-factor-on"),
    ISSUER_TOKEN_WRONG(401, "issuer-token-wrong"),
    ISSUER_UNBOUND(401, "issuer-unbound"),
    ISSUER_TAKEN(409, "issuer-taken"),
    INVITATION_OVER(409, "invitation-over"),
    WECHAT_CODE_WRONG(401, "wechat-code-wrong"),
    WECHAT_UNBOUND(401, "wechat-unbound"),
    WECHAT_NOT_OFFERED(400, "wechat-not-offered"),
    WECHAT_TAKEN(409, "wechat-taken"),
    WECHAT_AWAY(503, "wechat-away"),
    ACCOUNT_CLOSED(409, "account-closed"),
    ACCOUNT_SUSPENDED(403, "account-suspended"),
    MAY_NOT_GRANT(403, "may-not-grant"),
    MAY_NOT_SUSPEND(403, "may-not-suspend"),
    OWN_GRANT(403, "own-grant"),
    PASSWORD_WRONG(403, "password-wrong"),
    GRANTED_ELSEWHERE(400, "granted-elsewhere"),
    CENTER_NEEDED(400, "center-needed"),
    SIGN_IN_INCOMPLETE(400, "sign-in-incomplete"),
    WAY_TO_SIGN_IN_NEEDED(400, "way-to-sign-in-needed"),
    PASSWORD_GUESSABLE(400, "password-guessable"),
    PHONE_TAKEN(409, "phone-taken"),
    LOGIN_TAKEN(409, "login-taken"),
    ALREADY_SUSPENDED(409, "already-suspended"),
    NOT_SUSPENDED(409, "not-suspended"),
    LAST_ADMIN(409, "last-admin"),
    TOO_MANY_ATTEMPTS(429, "too-many-attempts"),
    SIGN_IN_BUSY(503, "sign-in-busy");

    private final int status;
    private final String slug;

    IdentityProblem(int status, String slug) {
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
