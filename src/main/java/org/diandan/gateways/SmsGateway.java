package org.diandan.gateways;

/** Sends text messages to phones. Another bean of this type takes the place of those that are here. */
public interface SmsGateway {

    /**
     * Hands a message over; returns before it has arrived.
     *
     * @param phone as the person gave it, in national form without spaces
     * @throws RuntimeException if the message could not be handed over; worth trying again
     */
    void send(String phone, String text);
}
