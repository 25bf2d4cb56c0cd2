package org.diandan.orders;

/** How an order reached us. */
public enum Channel {
    MINI_PROGRAM,
    PHONE,
    WALK_IN,
    DOOR_TO_DOOR,
    HOTLINE,
    PROXY
}
