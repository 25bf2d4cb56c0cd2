package org.diandan.policies;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision about the rules of a Center.
 *
 * @param reason why it was made, in the words of who made it
 * @param decidedBy the account
 */
record PolicyEntry(Policy policy, String reason, UUID decidedBy, Instant decidedAt) {}
