package org.diandan.volunteers;

import java.util.UUID;

/** An organisation in a list. */
record OrganisationLine(UUID id, OrganisationKind kind, String name, String site) {}
