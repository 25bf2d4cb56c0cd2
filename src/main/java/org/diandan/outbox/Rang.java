package org.diandan.outbox;

/**
 * News: something has been kept, here or by another instance, and may be read. A hint for whoever follows: what is not rung
 * for is there all the same. Told on a thread of its own, outside a transaction.
 */
public record Rang() {}
