package org.diandan.orders;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/**
 * That an order waits.
 *
 * @param heldFrom the state that it was in before
 * @param reviewOn the day on which somebody looks at it again
 */
@Embeddable
record Hold(@Enumerated(EnumType.STRING) OrderState heldFrom, LocalDate reviewOn) {}
