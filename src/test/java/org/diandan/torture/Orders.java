package org.diandan.torture;

import java.util.HashMap;
import java.util.Map;

/** What clerks type who take somebody's call. */
final class Orders {

    private Orders() {}

    /** An order of a service that nobody in the demo is certified for: it moves by the callers alone. */
    static Map<String, Object> placedAt(String site, int number) {
        return order("home-repair", site, "NORMAL", number);
    }

    /** An order of somebody of their own, by a number. */
    static Map<String, Object> order(String service, String site, String urgency, int number) {
        Map<String, Object> order = new HashMap<>();
        order.put("service", service);
        order.put("site", site);
        order.put("need", "80多岁老人行动不便，请上门");
        order.put(
                "orderedFor",
                Map.of("name", "居民" + number, "phone", "13%09d".formatted(700_000_000 + number), "address", "3号楼"));
        order.put("channel", "PHONE");
        order.put("consent", Map.of("by", "PHONE", "version", 1));
        order.put("risksAcknowledged", 1);
        order.put("urgency", urgency);
        return order;
    }
}
