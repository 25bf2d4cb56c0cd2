package org.diandan.catalogue;

import java.time.Duration;
import java.util.Locale;

/** A service on the menu. */
record ServiceLine(
        String code, String category, String name, String description, RiskClass riskClass, Duration usualDuration) {

    static ServiceLine of(ServiceItem service, Locale language) {
        return new ServiceLine(
                service.code(),
                service.category(),
                service.name().in(language),
                service.description().in(language),
                service.riskClass(),
                service.usualDuration());
    }
}
