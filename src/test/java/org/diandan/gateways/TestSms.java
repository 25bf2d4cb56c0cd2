package org.diandan.gateways;

import jakarta.inject.Singleton;

/** Text messages of all tests: kept to be read, or not taken for as long as a test wants it so. */
@Singleton
public class TestSms implements SmsGateway {

    private final SmsGateway kept;
    private volatile boolean away;

    TestSms(SentMessages sent) {
        this.kept = new LoggedSms(true, sent);
    }

    /** Takes messages no more, or again. */
    public void goAway(boolean isAway) {
        away = isAway;
    }

    @Override
    public void send(String phone, String text) {
        if (away) {
            throw new IllegalStateException("The provider is away");
        }
        kept.send(phone, text);
    }
}
