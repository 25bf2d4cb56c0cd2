package org.diandan.http;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.util.HexFormat;

/** Where a request comes from, as far as limits can tell callers apart by it. */
public final class Origin {

    private static final int NETWORK_BYTES = 8;

    private Origin() {}

    /** The address of whoever sent the request; with IPv6 their network. */
    public static String of(HttpServerRequest request) {
        return request.remoteAddress() == null
                ? ""
                : of(String.valueOf(request.remoteAddress().host()));
    }

    /** Whoever has one network of 64 bits (RFC 4291, section 2.5.4) has all the addresses in it, so they count as one. */
    static String of(String host) {
        return NetUtil.createInetAddressFromIpAddressString(host) instanceof Inet6Address address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : host;
    }
}
