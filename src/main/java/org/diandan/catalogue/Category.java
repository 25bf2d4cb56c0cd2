package org.diandan.catalogue;

/** What kind of services a team offers: the province's eight, and convenience services. */
public record Category(String code, Bilingual name) {}
