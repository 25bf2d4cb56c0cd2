package org.diandan.volunteers;

import static org.diandan.volunteers.CertificateState.CLAIMED;
import static org.diandan.volunteers.CertificateState.VERIFIED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a clerk or dispatcher of the holder's area may do to a certificate; never to an own one. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are never written
enum CertificateAction {
    VERIFY(EnumSet.of(CLAIMED)),
    REFUSE(EnumSet.of(CLAIMED, VERIFIED));

    private final Set<CertificateState> from;

    CertificateAction(Set<CertificateState> from) {
        this.from = from;
    }

    /** What may be done now by someone who may check it at all. */
    static List<CertificateAction> open(CertificateState state) {
        return Arrays.stream(values())
                .filter(action -> action.from.contains(state))
                .toList();
    }

    /** Refuses (409) what is not possible now. */
    void check(CertificateState state) {
        if (!from.contains(state)) {
            throw VolunteersProblem.CERTIFICATE_NOT_NOW
                    .because()
                    .with("state", state)
                    .with("actions", open(state));
        }
    }
}
