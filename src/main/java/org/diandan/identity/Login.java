package org.diandan.identity;

/** What somebody signs in with. */
enum Login {
    /** A mobile number, with a one-time code. */
    PHONE,
    /** A name, with a password. */
    NAME,
    /** An openid, by which the mini-program knows somebody. */
    WECHAT,
    /** A person of another issuer of tokens. */
    ISSUER
}
