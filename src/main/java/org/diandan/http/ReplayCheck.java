package org.diandan.http;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A room's word on whether the caller may still see what an earlier answer showed. Each room that has
 * {@link Resource}s which are not for everybody brings a bean of it.
 */
public interface ReplayCheck {

    /**
     * How to look at what is there now, by the form of its path: {@code /teams/{}/members/{}}, {@code
     * /centers/{}/plans/{}}.
     */
    Map<String, Look> looks();

    /** A look at one resource, in the request's transaction. */
    interface Look {

        /**
         * Looks as the caller would.
         *
         * @param ids those in the path, in their order; a Center's code is none, the ids below it know it
         * @throws org.diandan.shared.Refused if the caller may not see it
         */
        void at(List<UUID> ids);
    }
}
