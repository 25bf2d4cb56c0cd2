package org.diandan.gateways;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Chooses how text messages are sent: by the provider of the configuration, else not at all. */
@ApplicationScoped
class SmsGateways {

    @Produces
    @Singleton
    @DefaultBean
    @Startup
    SmsGateway gateway(GatewaysConfig config, SentMessages sent, Clock clock) {
        return config.sms()
                .http()
                .url()
                .<SmsGateway>map(url -> new HttpSms(
                        url, config.sms().http(), new Counterpart("The SMS provider", config.timeout(), clock)))
                .orElseGet(() -> new LoggedSms(config.sms().keep(), sent));
    }
}
