package org.diandan.http;

/**
 * A room's word on whether the caller may still see what an earlier answer showed. Each room that has
 * {@link Resource}s brings a bean of it.
 */
public interface ReplayCheck {

    /** Tells whether the path is one of this room's, by its form alone. */
    boolean knows(String path);

    /** Tells whether the caller of this request may see what is there now. Runs in the request's transaction. */
    boolean isVisible(String path);
}
