package org.diandan.orders;

/** How somebody has a part in an order, from when until when; the one source of who sees it by being involved. */
public enum PartyKind {
    REQUESTER(Part.REQUESTER),
    SERVED(Part.SERVED),
    PROXY(Part.PROXY),
    /** A team that was asked, and on acceptance has the order. */
    TEAM(Part.ASKED_TEAM),
    /** The expert who prepares. */
    EXPERT(Part.EXPERT),
    OFFERED(Part.OFFERED),
    ATTENDING(Part.ATTENDING),
    LEADING(Part.LEADING);

    private final Part part;

    PartyKind(Part part) {
        this.part = part;
    }

    Part part() {
        return part;
    }
}
