package org.diandan.catalogue;

/**
 * What is told of the risks of a service.
 *
 * @param version whoever orders or accepts acknowledges it by this number
 */
record RiskView(int version, RiskClass riskClass, String text) {}
