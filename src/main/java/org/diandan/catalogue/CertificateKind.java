package org.diandan.catalogue;

/** A kind of certificate that a service may ask for, such as {@code HAIRDRESSER}. */
public record CertificateKind(String code, Bilingual name) {}
