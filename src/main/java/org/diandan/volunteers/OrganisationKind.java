package org.diandan.volunteers;

/** What kind of organisation volunteers come from. */
enum OrganisationKind {
    AUTHORITY,
    ENTERPRISE,
    INSTITUTION,
    SOCIAL_ORGANISATION
}
