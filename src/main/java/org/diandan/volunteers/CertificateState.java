package org.diandan.volunteers;

/** How far a certificate has been checked. Whether it is still valid is a matter of its dates. */
enum CertificateState {
    /** The holder says so; it counts for nothing yet. */
    CLAIMED,
    /** Someone of the area has seen it. */
    VERIFIED,
    /** It does not count, with a reason; also what was verified and turned out not to be true. */
    REFUSED
}
