package org.diandan.gateways;

import org.diandan.shared.Masked;
import org.jboss.logging.Logger;

/** Writes messages to the log instead of sending them; the phone masked, the text only where it is kept for trying out. */
final class LoggedSms implements SmsGateway {

    private static final Logger LOG = Logger.getLogger(LoggedSms.class);

    private final boolean keep;
    private final SentMessages sent;

    /** @param keep whether the texts are logged and kept */
    LoggedSms(boolean keep, SentMessages sent) {
        this.keep = keep;
        this.sent = sent;
    }

    @Override
    public void send(String phone, String text) {
        if (keep) {
            sent.add(phone, text);
            LOG.infof("SMS to %s: %s", Masked.phone(phone), text);
        } else {
            LOG.infof("SMS to %s, logged and not sent", Masked.phone(phone));
        }
    }
}
