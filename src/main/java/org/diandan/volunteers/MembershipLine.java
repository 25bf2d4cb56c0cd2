package org.diandan.volunteers;

import java.util.UUID;

/** A team that a person is in, or has asked to join. */
record MembershipLine(UUID team, String name, MemberState state, boolean leader, boolean expert) {}
