package org.diandan.visits;

import java.time.Instant;

/** The code that the resident or clerk shows to the volunteers, and when they come. */
record CodeView(String code, Instant from, Instant to) {}
