package org.diandan.gateways;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The knobs of the gateways. */
@ConfigMapping(prefix = "diandan.gateways")
interface GatewaysConfig {

    /** How long a call to the outside may take in all. Raised, a provider that hangs holds up other news for longer. */
    @WithDefault("PT5S")
    Duration timeout();

    /** Text messages. */
    Sms sms();

    /** The WeChat mini-program. */
    WeChat wechat();

    /** The knobs of text messages. */
    interface Sms {

        /**
         * Whether texts that are only logged are logged in full and the last hundred kept in memory, so that somebody who
         * tries the program out can read the codes that it sends. On in development, demo and tests; elsewhere it would
         * show codes to whoever reads the log.
         */
        @WithDefault("false")
        boolean keep();

        /** The provider that sends them. */
        Http http();
    }

    /**
     * A provider of text messages that takes one by HTTP. {@code {phone}} and {@code {text}} stand for what is sent; they
     * are escaped as the place wants it: in the URL, in a form, or within the quotes of a JSON text.
     */
    interface Http {

        /** Where to, such as {@code https://sms.example/send?to={phone}}; without one they are only logged. */
        Optional<String> url();

        @WithDefault("POST")
        String method();

        /** Headers beside Content-Type, such as {@code Authorization}. */
        Map<String, String> headers();

        /** {@code application/json} or {@code application/x-www-form-urlencoded}. */
        @WithDefault("application/json")
        String contentType();

        /** What is sent, such as {@code {"mobile":"{phone}","content":"{text}"}}; nothing where there is none. */
        Optional<String> body();

        /** A regular expression that is found in the answer to a message taken; without one every 2xx is good. */
        Optional<String> accepted();
    }

    /** The knobs of signing in by WeChat; it is offered where both the id and the secret are there. */
    interface WeChat {

        /** Where the API is; another address in tests and behind a proxy. */
        @WithDefault("https://api.weixin.qq.com")
        String baseUrl();

        /** The mini-program's AppID. */
        Optional<String> appId();

        /** The mini-program's AppSecret. */
        Optional<String> appSecret();
    }
}
