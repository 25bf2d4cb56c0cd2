package org.diandan.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.diandan.sites.Level;

/** The codes of a site's chain, from the site itself up to its Center; the code alone tells them. */
final class SiteChain {

    private SiteChain() {}

    static List<String> of(String site) {
        List<String> chain = new ArrayList<>();
        for (String code = site; !code.isEmpty(); code = Level.above(code)) {
            chain.add(code);
        }
        return chain;
    }
}
