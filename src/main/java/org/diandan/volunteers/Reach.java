package org.diandan.volunteers;

import jakarta.persistence.Embeddable;

/** One area that a team serves in one category. */
@Embeddable
record Reach(String area, String category) {}
