package org.diandan.http;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.diandan.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Takes the whole body in, looks whether it is text that one can read, and says what is wrong where it is not. */
@Provider
class RequestBody implements ReaderInterceptor {

    /** Of anything but a picture, in bytes. */
    static final int GREATEST = 1 << 20;

    private static final int GREATEST_PICTURE = 10 << 20;

    private final Exchange exchange;
    private final Language language;
    private final RequestTime time;
    private final CurrentVertxRequest request;

    RequestBody(Exchange exchange, Language language, RequestTime time, CurrentVertxRequest request) {
        this.exchange = exchange;
        this.language = language;
        this.time = time;
        this.request = request;
    }

    /** How much a body of this type may have, in bytes. */
    static int greatest(@Nullable String mediaType) {
        return mediaType != null && mediaType.startsWith("image/") ? GREATEST_PICTURE : GREATEST;
    }

    static Refused tooLarge(int greatest) {
        return HttpProblem.TOO_LARGE.because(Integer.toString(greatest >> 10));
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType().isRecord() && !isJson(context.getMediaType())) {
            // The platform would hand a plain text to a record of one text.
            throw new NotSupportedException();
        }
        int greatest = greatest(context.getMediaType().toString());
        byte[] bytes = context.getInputStream().readNBytes(greatest + 1);
        time.bodyIsHere(request.getCurrent());
        if (bytes.length > greatest) {
            throw tooLarge(greatest);
        }
        if (bytes.length == 0) {
            throw wrong("body-missing");
        }
        if (isText(context.getMediaType()) && !CleanText.isUtf8(bytes)) {
            throw wrong("not-utf8");
        }
        exchange.received(bytes);
        context.setInputStream(new ByteArrayInputStream(bytes));
        Object body = read(context);
        if (body == null) {
            throw wrong("body-missing");
        }
        return body;
    }

    private Object read(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (JacksonException e) {
            throw JsonFaults.of(e, language.locale()).refuse();
        } catch (WebApplicationException e) {
            if (e.getCause() instanceof JacksonException wrong) {
                throw JsonFaults.of(wrong, language.locale()).refuse();
            }
            throw e;
        }
    }

    private RuntimeException wrong(String fault) {
        return Fault.at("", Fault.text(fault, language.locale())).refuse();
    }

    private static boolean isText(MediaType type) {
        return isJson(type) || type.getType().equals("text");
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json");
    }
}
