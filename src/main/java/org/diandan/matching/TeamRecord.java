package org.diandan.matching;

/**
 * What a team has done so far.
 *
 * @param asked proposals that it answered or let run out
 * @param accepted those it accepted in time
 * @param ratings how many ratings it has
 * @param mean of its ratings, 1 to 5; says nothing where there are none
 */
record TeamRecord(int asked, int accepted, long ratings, double mean) {
    static final TeamRecord NONE = new TeamRecord(0, 0, 0, 0);
}
