package org.diandan.walls;

/** Where something lies, seen from the callers. */
enum Relation {
    /** Their own village, and their own orders where it has any. */
    OWN("330106001001", "雀甲"),
    /** Another village of their township. */
    VILLAGE("330106001002", "雀乙"),
    /** A village of another township of their county. */
    TOWNSHIP("330106002001", "雀丙"),
    /** A village of the neighbouring county: the neighbouring dispatcher's own. */
    COUNTY("330105001001", "雀丁");

    private final String site;
    private final String mark;

    Relation(String site, String mark) {
        this.site = site;
        this.mark = mark;
    }

    String site() {
        return site;
    }

    String mark() {
        return mark;
    }
}
