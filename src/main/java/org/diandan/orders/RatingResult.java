package org.diandan.orders;

/** How a round ended in the eyes of the resident. Only {@link #SATISFIED} counts as satisfied. */
public enum RatingResult {
    /** Rated 4 or 5. */
    SATISFIED,
    /** Rated 3. */
    NEUTRAL,
    /** Rated 1 or 2. */
    DISSATISFIED,
    /** Nobody rated within the time limit: never counted as satisfied. */
    UNRATED;

    static RatingResult of(int score) {
        return score >= 4 ? SATISFIED : score == 3 ? NEUTRAL : DISSATISFIED;
    }
}
