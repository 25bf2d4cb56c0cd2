package org.diandan.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoggedSmsTest {

    private final SentMessages sent = new SentMessages();

    @Test
    void theLastTextToAPhoneCanBeReadWhereItIsKept() {
        SmsGateway sms = new LoggedSms(true, sent);
        sms.send("13812345678", "one");
        sms.send("13812345678", "two");
        sms.send("13900000000", "three");

        assertThat(sent.lastTo("13812345678")).contains("two");
        assertThat(sent.lastTo("13700000000")).isEmpty();
    }

    @Test
    void nothingIsKeptElsewhere() {
        new LoggedSms(false, sent).send("13812345678", "one");

        assertThat(sent.lastTo("13812345678")).isEmpty();
    }

    @Test
    void aHundredAreKept() {
        for (int i = 0; i <= 100; i++) {
            sent.add("phone" + i, "text");
        }

        assertThat(sent.lastTo("phone0")).isEmpty();
        assertThat(sent.lastTo("phone1")).isPresent();
        assertThat(sent.lastTo("phone100")).isPresent();
    }
}
