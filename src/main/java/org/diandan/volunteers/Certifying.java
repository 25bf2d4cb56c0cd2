package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Subject;
import org.diandan.catalogue.Catalogue;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.identity.CurrentUser;
import org.diandan.keys.Keys;
import org.diandan.keys.MarkedColumn;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Claiming certificates and insurance, and checking what others claim. */
@ApplicationScoped
@Transactional
class Certifying {

    private static final String LINE = """
            select new org.diandan.volunteers.CertificateLine(c.id, c.volunteerId, v.name, c.kind, c.issuer,
                c.validFrom, c.validUntil, c.state, c.claimedAt)
            from Certificate c join Volunteer v on v.center = c.center and v.id = c.volunteerId
            where c.center = :center and c.id > :after""";

    private static final int CENTER = 6;
    private static final int INSTITUTE = 9;
    private static final int STATION = 12;

    private final Session session;
    private final VolunteerSight sight;
    private final Experts experts;
    private final CertificateTurns turns;
    private final Catalogue catalogue;
    private final CurrentUser user;
    private final Audit audit;
    private final IfMatch ifMatch;
    private final Keys keys;
    private final Ids ids;
    private final Clock clock;

    Certifying(
            Session session,
            VolunteerSight sight,
            Experts experts,
            CertificateTurns turns,
            Catalogue catalogue,
            CurrentUser user,
            Audit audit,
            IfMatch ifMatch,
            Keys keys,
            Ids ids,
            Clock clock) {
        this.session = session;
        this.sight = sight;
        this.experts = experts;
        this.turns = turns;
        this.catalogue = catalogue;
        this.user = user;
        this.audit = audit;
        this.ifMatch = ifMatch;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    CertificateView claim(UUID volunteerId, ClaimCertificate claim) {
        if (catalogue.certificateKind(claim.kind()).isEmpty()) {
            throw VolunteersProblem.CERTIFICATE_KIND_UNKNOWN.because(claim.kind());
        }
        return claimed(volunteerId, claim);
    }

    CertificateView insure(UUID volunteerId, ClaimInsurance claim) {
        return claimed(volunteerId, claim.asCertificate());
    }

    CertificateView see(UUID id) {
        return view(visible(id));
    }

    CertificateView verify(UUID id) {
        var certificate = toCheck(id);
        certificate.verify(user.actor(), clock.instant());
        return decided(Decision.VERIFIED, certificate);
    }

    CertificateView refuse(UUID id, RefuseCertificate refusal) {
        var certificate = toCheck(id);
        certificate.refuse(refusal.refusal(), refusal.reason(), user.actor(), clock.instant());
        return decided(Decision.REFUSED, certificate);
    }

    /** What one volunteer holds or claims, one more than the limit. */
    List<CertificateLine> of(UUID volunteerId, boolean insurance, UUID after, int limit) {
        var volunteer = sight.whole(volunteerId);
        return session.createQuery(
                        LINE + " and c.volunteerId = :volunteer and c.kind "
                                + (insurance ? "=" : "<>")
                                + " 'INSURANCE' order by c.id",
                        CertificateLine.class)
                .setParameter("center", volunteer.center())
                .setParameter("volunteer", volunteerId)
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    /** What people of a site and below have claimed, in the order of claiming, one more than the limit. */
    List<CertificateLine> desk(String site, CertificateState state, UUID after, int limit) {
        if (!sight.looksAfter(site)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        return session.createQuery(
                        LINE + " and c.state = :state and " + below(site) + " = :site order by c.id",
                        CertificateLine.class)
                .setParameter("center", Area.centerOf(site))
                .setParameter("state", state)
                .setParameter("site", site)
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    /** An equality for each level, which an index in the list's order serves; a prefix would sort the whole county. */
    private static String below(String site) {
        return switch (site.length()) {
            case CENTER -> "c.center";
            case INSTITUTE -> "c.township";
            case STATION -> "c.village";
            default -> "c.site";
        };
    }

    private CertificateView claimed(UUID volunteerId, ClaimCertificate claim) {
        var volunteer = sight.own(volunteerId);
        var mark = keys.mark(MarkedColumn.CERTIFICATE_NUMBER, claim.number());
        var certificate = new Certificate(ids.of(volunteer.center()), volunteer, claim, mark, clock.instant());
        if (isClaimed(certificate)) {
            throw VolunteersProblem.CERTIFICATE_CLAIMED_TWICE.because(claim.number());
        }
        session.persist(certificate);
        return view(certificate);
    }

    private boolean isClaimed(Certificate certificate) {
        return session.createQuery(
                                "select count(*) from Certificate c where c.center = :center"
                                        + " and c.volunteerId = :volunteer and c.kind = :kind and c.numberMark = :mark"
                                        + " and c.issuer = :issuer and c.validFrom = :from and c.state <> REFUSED",
                                Long.class)
                        .setParameter("center", Ids.centerOf(certificate.id()))
                        .setParameter("volunteer", certificate.holder())
                        .setParameter("kind", certificate.kind())
                        .setParameter("mark", certificate.numberMark())
                        .setParameter("issuer", certificate.issuer())
                        .setParameter("from", certificate.validFrom())
                        .getSingleResult()
                > 0;
    }

    private Certificate visible(UUID id) {
        @Nullable Certificate certificate = session.find(Certificate.class, Key.of(id));
        if (certificate == null || !(user.actor().is(certificate.holder()) || sight.looksAfter(certificate.site()))) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return certificate;
    }

    private Certificate toCheck(UUID id) {
        var certificate = visible(id);
        ifMatch.check(certificate.version());
        return certificate;
    }

    private CertificateView decided(Decision decision, Certificate certificate) {
        session.flush();
        var about = Subject.of(Subject.Kind.CERTIFICATE, certificate.id());
        audit.decided(decision, user.actor(), certificate.site(), about, certificate.kind());
        // The timer's row before the volunteer's: the sweeper takes them in that order too.
        turns.watch(certificate);
        experts.review(certificate.holder(), user.actor());
        return view(certificate);
    }

    private CertificateView view(Certificate certificate) {
        session.flush();
        return CertificateView.of(
                certificate,
                sight.looksAfter(certificate.site()) && !user.actor().is(certificate.holder()));
    }
}
