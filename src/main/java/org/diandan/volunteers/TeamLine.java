package org.diandan.volunteers;

import java.util.List;
import java.util.UUID;

/** A team in a list. */
record TeamLine(UUID id, String name, String site, List<String> categories, TeamState state) {}
