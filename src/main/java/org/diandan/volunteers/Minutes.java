package org.diandan.volunteers;

/**
 * Sums of a volunteer's ledger. Measured and added minutes count once they are confirmed or adjusted; they are never
 * added up.
 */
record Minutes(long measured, long added, long pending) {}
