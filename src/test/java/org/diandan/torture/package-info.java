/**
 * The torture: the packaged program and a real PostgreSQL, hurt on purpose, and judged by what its callers were told. Not
 * part of each build ({@code mvn -Ptorture verify}); docs/trust.md says what was run and what came out.
 */
package org.diandan.torture;
