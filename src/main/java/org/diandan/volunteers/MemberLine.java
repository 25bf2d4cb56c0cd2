package org.diandan.volunteers;

import java.time.Instant;
import java.util.UUID;

/** A person in a team's list. */
record MemberLine(UUID account, String name, MemberState state, boolean leader, boolean expert, Instant askedAt) {}
