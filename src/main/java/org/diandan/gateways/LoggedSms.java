package org.diandan.gateways;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.diandan.shared.Masked;
import org.jboss.logging.Logger;

/** Writes messages to the log instead of sending them; the phone masked, the text only where it is kept for trying out. */
@ApplicationScoped
@DefaultBean
class LoggedSms implements SmsGateway {

    private static final Logger LOG = Logger.getLogger(LoggedSms.class);

    private final GatewaysConfig config;
    private final SentMessages sent;

    LoggedSms(GatewaysConfig config, SentMessages sent) {
        this.config = config;
        this.sent = sent;
    }

    @Override
    public void send(String phone, String text) {
        if (config.sms().keep()) {
            sent.add(phone, text);
            LOG.infof("SMS to %s: %s", Masked.phone(phone), text);
        } else {
            LOG.infof("SMS to %s, logged and not sent", Masked.phone(phone));
        }
    }
}
