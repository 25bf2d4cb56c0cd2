package org.diandan.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The knobs of signing in. */
@ConfigMapping(prefix = "diandan.identity")
interface IdentityConfig {

    /** Who issues the tokens; those that name another are refused. Changing it signs everyone out. */
    @WithDefault("diandan")
    String issuer();

    /** Whom the tokens are for; those for others are refused. Changing it signs everyone out. */
    @WithDefault("diandan")
    String audience();

    /** How long an access token is good. Raised, a stolen one is good for longer. */
    @WithDefault("PT10M")
    Duration accessToken();

    /** How long someone who does not come stays signed in. Raised, a lost phone stays open for longer. */
    @WithDefault("P30D")
    Duration refreshToken();

    /** How long a sign-in lasts at most, however often somebody comes. Raised, a copied phone stays open for longer. */
    @WithDefault("P180D")
    Duration session();

    /**
     * How long a sign-in by another issuer's token lasts at most. Nobody tells us when an account is closed there: raised,
     * whoever lost it stays signed in here for longer.
     */
    @WithDefault("PT12H")
    Duration foreignSession();

    /** How long an invitation is good. Raised, one that was forwarded or lost is good for longer. */
    @WithDefault("P7D")
    Duration invitation();

    /** How long the refresh token before the newest is still taken, because its answer was lost on a bad network. */
    @WithDefault("PT30S")
    Duration refreshGrace();

    /** How long an instance believes what it read about an account. Raised, a grant taken away works for longer. */
    @WithDefault("PT5S")
    Duration grantsCache();

    /** The private RSA key that signs tokens, PKCS 8 as PEM; instances that share a database must share it. */
    Optional<String> signingKey();

    /** A file with that key. With neither, one is made in the data folder at the first start. */
    Optional<Path> signingKeyFile();

    /**
     * Whether this instance's key takes the place of the one that the database knows. To be set for one start only: the
     * access tokens of before are refused (refresh tokens stay good), and other instances are not ready until they have the same key.
     */
    @WithDefault("false")
    boolean replaceSigningKey();

    /**
     * Whether dispatchers and administrators need a second factor. Who has none signs in and sets one up; until then these
     * grants do not hold.
     */
    @WithDefault("false")
    boolean secondFactorRequired();

    /** The first password of the login {@code admin}; with none, one is invented and written into the data folder. */
    Optional<String> adminPassword();

    /** Others whose access tokens are taken beside our own, by a name of the installation's choice. */
    Map<String, Issuer> issuers();

    /** An OpenID provider. */
    interface Issuer {

        /** What stands in its tokens as {@code iss}. */
        String issuer();

        /** What stands for this program in its tokens as {@code aud}; not the id of a client, which ID tokens are for. */
        String audience();

        /** Where its public keys are, such as Keycloak's {@code …/protocol/openid-connect/certs}. */
        String jwksUrl();

        /**
         * Whether somebody whose phone it has verified ({@code phone_number_verified}) is the account with that phone. Only
         * for an issuer that sends a code to the phone itself.
         */
        @WithDefault("false")
        boolean trustsPhones();

        /**
         * Whether nobody gets its tokens without a second factor. Else they do not open an account that has a second factor
         * here, and dispatchers and administrators hold nothing by them where one is required.
         */
        @WithDefault("false")
        boolean asksForSecondFactor();
    }

    /** How many one-time codes may be asked for, and passwords tried. */
    Limits limits();

    /** Limits that all instances count together. Raised, guessing gets easier and text messages dearer. */
    interface Limits {

        /** One-time codes a phone may get in a day; with five tries each, ten make a guess of 5 in 100,000. */
        @WithDefault("10")
        int codesPerPhone();

        /** One-time codes an address may ask for in an hour: a village behind one router shares it. */
        @WithDefault("60")
        int codesPerAddress();

        /** One-time codes in an hour, for all phones together: the ceiling of the bill. */
        @WithDefault("20000")
        int codesInTotal();

        /** Wrong passwords for one login in a quarter of an hour; then it waits out that time. */
        @WithDefault("10")
        int passwordsPerLogin();

        /** Wrong second factors of one account in a day; with three codes good at a time, thirty make 9 in 100,000. */
        @WithDefault("30")
        int secondFactorsPerAccount();

        /** Sign-ins with a password, WeChat or another issuer's token from one address in an hour: an office behind one router shares it. */
        @WithDefault("200")
        int passwordsPerAddress();
    }
}
