package org.diandan.orders;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diandan.residents.Circumstance;
import org.diandan.residents.ConsentBy;
import org.diandan.shared.TimeWindow;
import org.diandan.shared.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is placed.
 *
 * @param service the code of a service of the catalogue
 * @param site the code of the site whose chain takes care of it: the resident's village, usually
 * @param need what is needed, in the words of who orders
 * @param orderedFor the resident served; absent when one orders for oneself
 * @param consent how the resident consented; needed when ordering for somebody else
 * @param risksAcknowledged the version of the service's risks that was read out or read
 * @param whom whom the resident would like to come; anybody when absent
 * @param answers the answers to the service's questions by their codes
 */
public record PlaceOrder(
        @NotBlank @Size(max = 64) String service,
        @NotNull @Pattern(regexp = SITE) String site,
        @NotBlank @Size(max = 2000) String need,
        @Nullable @Valid OrderedFor orderedFor,
        @NotNull Channel channel,
        @Nullable @Valid GivenConsent consent,
        @Min(1) int risksAcknowledged,
        @Nullable @Valid Wished wished,
        @Nullable @Valid Whom whom,
        @NotNull Urgency urgency,
        @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 64) String, @NotNull Object> answers) {

    static final String SITE = "[0-9]{6}([0-9]{3}([0-9]{3})?)?(-[0-9]{3})?";

    /**
     * The resident served: one who is on record by id, or the contact of one who is not.
     *
     * @param circumstances sensitive; kept only with the consent given beside
     */
    public record OrderedFor(
            @Nullable UUID resident,
            @Nullable @Size(min = 1, max = 100) String name,

            @Nullable @Pattern(regexp = "\\+?[0-9][0-9 -]{5,19}")
            String phone,

            @Nullable @Size(max = 300) String address,
            @Nullable @Size(max = 20) Set<@NotNull Circumstance> circumstances) {}

    /**
     * How the resident consented.
     *
     * @param version of the text of the consent
     */
    public record GivenConsent(
            @NotNull ConsentBy by, @Min(1) int version) {}

    /** When the resident would like it, from (inclusive) until (exclusive). */
    public record Wished(@NotNull Instant from, @NotNull Instant to) {

        /** A window ends after it begins. */
        @AssertTrue(message = "{orders.window-in-order}")
        @com.fasterxml.jackson.annotation.JsonIgnore
        public boolean isInOrder() {
            return from == null || to == null || from.isBefore(to);
        }

        TimeWindow window() {
            return new TimeWindow(from, to);
        }
    }
}
