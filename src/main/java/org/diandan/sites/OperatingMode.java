package org.diandan.sites;

/** 平急两用: whether a site works as usual or under unified command. */
public enum OperatingMode {
    NORMAL,
    EMERGENCY
}
