package org.diandan.identity;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signs in.
 *
 * @param grant how; it tells which of the others are needed
 * @param phone of CODE
 * @param code of CODE, as sent to the phone
 * @param center of CODE, the county of a phone that signs in for the first time
 * @param name of CODE, what somebody who signs in for the first time is called
 * @param wechatCode of WECHAT, what {@code wx.login} gave the mini-program
 * @param token of ISSUER, an access token of another issuer that is for this program
 * @param invitation of CODE and ISSUER, the code of an invitation that is accepted by this
 * @param login of PASSWORD
 * @param password of PASSWORD
 * @param secondFactor where the account has one, except for REFRESH: a code of the app, or a recovery code
 * @param refreshToken of REFRESH, the newest that was given
 */
record SignIn(
        Way grant,
        @Nullable @Pattern(regexp = AskForCode.PHONE) String phone,
        @Nullable @Pattern(regexp = "[0-9]{6}") String code,
        @Nullable @Pattern(regexp = "[0-9]{6}") String center,

        @Nullable @Pattern(regexp = OpenAccount.NAME) @Size(max = 60)
        String name,

        @Nullable @Size(max = 200) String wechatCode,
        @Nullable @Size(max = 8192) String token,
        @Nullable @Size(max = 40) String invitation,
        @Nullable @Size(max = 40) String login,
        @Nullable @Size(max = 128) String password,
        @Nullable @Size(max = 40) String secondFactor,
        @Nullable @Size(max = 200) String refreshToken) {

    /** How somebody shows who they are. */
    enum Way {
        /** By a code sent to their phone. */
        CODE,
        /** By a name and a password. */
        PASSWORD,
        /** By a WeChat that was bound to the account ({@code POST /auth/wechat}). */
        WECHAT,
        /** By a token of another issuer, who then need not be asked again while they stay signed in here. */
        ISSUER,
        /** By having signed in before. */
        REFRESH
    }

    /** A password must not stand in a log. */
    @Override
    public String toString() {
        return "SignIn[" + grant + "]";
    }
}
