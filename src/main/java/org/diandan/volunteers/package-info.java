/**
 * The people who help, and their teams: organisations, teams with what they cover and when they have time, members,
 * certificates and insurance, and the ledger of hours.
 *
 * <p>Never decides where an order goes or who visits. Writes the grants of volunteers, leaders and experts, and takes
 * them away with the membership or certificate that they follow from.
 *
 * <p>News: {@link org.diandan.volunteers.TeamDissolved}, {@link org.diandan.volunteers.MemberLeft}.
 */
@NullMarked
package org.diandan.volunteers;

import org.jspecify.annotations.NullMarked;
