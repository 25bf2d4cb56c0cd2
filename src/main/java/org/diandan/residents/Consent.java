package org.diandan.residents;

/**
 * What a resident agreed to.
 *
 * @param version of the text that was read, see {@link ConsentPurpose#version()}
 */
public record Consent(ConsentBy by, int version, ConsentPurpose purpose) {}
