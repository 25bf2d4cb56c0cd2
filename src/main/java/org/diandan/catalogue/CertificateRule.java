package org.diandan.catalogue;

/** Who must hold the certificates that a service asks for. */
public enum CertificateRule {
    /** The expert who signs the work order off. */
    EXPERT,
    /** The expert and each volunteer who comes (Volunteer Service Regulation, article 16). */
    EVERY_VOLUNTEER
}
