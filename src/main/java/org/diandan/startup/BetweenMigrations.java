package org.diandan.startup;

import javax.sql.DataSource;

/**
 * News: the schema is at a version after which the program has something to do that SQL cannot, before the next one may
 * come. Told outside a transaction, and again until every observer has done its part, so what an observer does it must be
 * able to do twice; several instances may hear it at the same time.
 *
 * @param version the last migration that was made, such as {@code 33}
 * @param database the login that owns the tables, without the time limits of requests
 */
public record BetweenMigrations(String version, DataSource database) {}
