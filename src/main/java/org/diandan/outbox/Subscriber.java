package org.diandan.outbox;

/** Who hears news after it is kept; a CDI bean. */
public interface Subscriber {

    /** A name that stays the same over versions: deliveries wait under it. At most 40 characters. */
    String name();

    /** Tells whether events of this type are for it; asked when the event is written, in the writer's transaction. */
    boolean wants(String type);

    /**
     * Receives an event, in the transaction that removes the delivery. Called again, later, if this throws or the program
     * dies, so that an effect outside the database may happen twice. Events of one subject come in their order as a rule,
     * not after a failure.
     */
    void receive(OutboxEvent event);
}
