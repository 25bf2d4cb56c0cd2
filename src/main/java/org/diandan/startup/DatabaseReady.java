package org.diandan.startup;

/**
 * News: the schema is there and the database keeps what it acknowledges. Told once per start, outside a transaction,
 * before the program is ready; told again if an observer fails, so what an observer does it must be able to do twice.
 */
public record DatabaseReady() {}
