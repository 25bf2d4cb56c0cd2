package org.diandan.volunteers;

/** Why a certificate does not count. */
enum CertificateRefusal {
    UNREADABLE,
    OTHER_NAME,
    NOT_KNOWN_TO_ISSUER,
    OUT_OF_DATE,
    WITHDRAWN_BY_ISSUER,
    OTHER
}
