package org.diandan.catalogue;

import org.diandan.http.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a site says about a service.
 *
 * @param said whether the site offers it; absent if it leaves that to the site above
 * @param offered whether it can be ordered there
 */
record MenuView(String site, String service, @Nullable Boolean said, boolean offered, int version) implements Resource {

    @Override
    public String path() {
        return "/sites/" + site + "/menu/" + service;
    }
}
