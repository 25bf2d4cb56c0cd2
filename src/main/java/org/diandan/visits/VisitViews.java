package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.diandan.audit.Audit;
import org.diandan.audit.Subject;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.ServiceItem;
import org.diandan.http.Language;
import org.diandan.orders.Part;
import org.diandan.orders.Parties;
import org.diandan.residents.Circumstance;
import org.diandan.residents.Contact;
import org.diandan.residents.Residents;
import org.diandan.shared.Choice;
import org.diandan.shared.Masked;
import org.diandan.shared.Texts;
import org.diandan.sites.Sites;
import org.diandan.visits.VisitAccess.Opened;
import org.diandan.visits.VisitView.AttendanceLine;
import org.diandan.visits.VisitView.Served;
import org.diandan.volunteers.Volunteers;
import org.jspecify.annotations.Nullable;

/** Makes what callers read of a visit: as much of it as they may see, in their language. */
@ApplicationScoped
class VisitViews {

    private static final Set<Part> OWN = EnumSet.of(Part.SERVED, Part.PROXY);
    private static final Set<Part> CHAIN = EnumSet.of(Part.CLERK, Part.DISPATCHER);
    private static final Set<Part> SERVING = EnumSet.of(Part.LEADER, Part.EXPERT, Part.ATTENDING, Part.LEADING);

    private final VisitAccess access;
    private final VisitRows rows;
    private final Parties parties;
    private final Residents residents;
    private final Volunteers volunteers;
    private final Unwelcome unwelcome;
    private final Together together;
    private final Catalogue catalogue;
    private final Sites sites;
    private final Audit audit;
    private final Language language;
    private final Clock clock;

    VisitViews(
            VisitAccess access,
            VisitRows rows,
            Parties parties,
            Residents residents,
            Volunteers volunteers,
            Unwelcome unwelcome,
            Together together,
            Catalogue catalogue,
            Sites sites,
            Audit audit,
            Language language,
            Clock clock) {
        this.access = access;
        this.rows = rows;
        this.parties = parties;
        this.residents = residents;
        this.volunteers = volunteers;
        this.unwelcome = unwelcome;
        this.together = together;
        this.catalogue = catalogue;
        this.sites = sites;
        this.audit = audit;
        this.language = language;
        this.clock = clock;
    }

    /** The visit as it is now, after what this transaction did. */
    VisitView of(UUID visit) {
        rows.flush();
        return of(access.read(visit));
    }

    VisitView of(Opened opened) {
        Visit visit = opened.visit();
        PlannedPlaces plan = visit.plan();
        ServiceItem service = catalogue.get(plan.service());
        return new VisitView(
                visit.id(),
                visit.version(),
                visit.order(),
                opened.order().number(),
                plan.number(),
                choice(visit.state()),
                service(plan.service()),
                site(plan.site()),
                plan.urgency(),
                plan.fromAt(),
                plan.toAt(),
                plan.needed(),
                visit.taken(),
                choice(visit.wave()),
                together.notices(visit.facts(), opened.order()).stream()
                        .map(this::choice)
                        .toList(),
                visit.facts().isSeeking(clock.instant()),
                served(opened, service),
                attendances(opened),
                visit.report(),
                visit.reportedAt(),
                visit.isReportOverdue(),
                actions(opened));
    }

    AttendanceView of(Attendance attendance, Set<Who> who) {
        rows.flush();
        Missing missing = attendance.missing();
        return new AttendanceView(
                attendance.id(),
                attendance.version(),
                attendance.visit(),
                attendance.volunteer(),
                names(List.of(attendance)).getOrDefault(attendance.volunteer(), "*"),
                choice(attendance.state()),
                attendance.isLate(),
                attendance.reason() == null ? null : choice(attendance.reason()),
                missing == null ? null : missing.missedAt(),
                missing == null ? null : missing.disputedAt(),
                missing == null ? null : missing.dispute(),
                missing == null ? null : missing.decidedAt(),
                AttendanceAction.open(attendance.state(), who));
    }

    VisitLine line(VisitRow row) {
        return new VisitLine(
                row.id(),
                row.order(),
                choice(row.state()),
                service(row.service()),
                site(row.site()),
                row.from(),
                row.to(),
                row.needed(),
                row.taken(),
                row.attendance(),
                choice(row.attendanceState()),
                row.changedAt());
    }

    private Served served(Opened opened, ServiceItem service) {
        UUID resident = opened.visit().plan().resident();
        Contact contact = residents.contact(resident);
        if (!parties.seesContact(opened.order().id(), opened.parts())) {
            return new Served(Masked.name(contact.name()), masked(contact), null, true, null);
        }
        Set<Circumstance> circumstances = service.needsCircumstances() ? residents.circumstances(resident) : null;
        if (!opened.parts().contains(Part.SERVED)) {
            var served = Subject.of(Subject.Kind.RESIDENT, resident);
            var through = Subject.of(Subject.Kind.VISIT, opened.visit().id());
            audit.looked(opened.visit().plan().site(), served, contact.fields(circumstances), through);
        }
        return new Served(contact.name(), contact.phone(), contact.address(), false, circumstances);
    }

    private List<AttendanceLine> attendances(Opened opened) {
        Map<UUID, String> names = names(opened.attendances());
        boolean known = has(opened.parts(), OWN) || has(opened.parts(), CHAIN) || has(opened.parts(), SERVING);
        Set<UUID> unwanted = has(opened.parts(), OWN) || has(opened.parts(), CHAIN)
                ? unwelcome.of(opened.visit().plan().resident())
                : null;
        return opened.attendances().stream()
                .filter(attendance -> attendance.isActive() || has(opened.parts(), CHAIN) || isLeader(opened))
                .map(attendance -> line(attendance, opened.visit(), names, known, unwanted))
                .toList();
    }

    private AttendanceLine line(
            Attendance attendance, Visit visit, Map<UUID, String> names, boolean known, @Nullable Set<UUID> unwanted) {
        String name = names.getOrDefault(attendance.volunteer(), "*");
        Presence presence = attendance.presence();
        return new AttendanceLine(
                attendance.id(),
                attendance.volunteer(),
                known ? name : Masked.name(name),
                choice(attendance.state()),
                attendance.volunteer().equals(visit.lead()),
                attendance.isLate(),
                presence == null ? null : presence.cameAt(),
                presence == null ? null : presence.wentAt(),
                presence != null && presence.isClosed(),
                unwanted == null ? null : unwanted.contains(attendance.volunteer()));
    }

    private static List<String> actions(Opened opened) {
        Visit visit = opened.visit();
        Stream<String> visits = VisitAction.open(visit.state(), opened.who()).stream()
                .filter(action -> action != VisitAction.REPORT
                        || opened.who().contains(Who.LEAD_VOLUNTEER)
                        || visit.isReportOverdue())
                .map(Enum::name);
        Stream<String> own = Stream.ofNullable(opened.mine())
                .flatMap(mine -> AttendanceAction.open(mine.state(), Set.of(Who.VOLUNTEER)).stream())
                .map(Enum::name);
        boolean someExpected = opened.attendances().stream().anyMatch(Attendance::isExpected);
        Stream<String> release =
                isLeader(opened) && someExpected ? Stream.of(AttendanceAction.RELEASE.name()) : Stream.empty();
        return Stream.of(visits, own, release).flatMap(names -> names).toList();
    }

    private Map<UUID, String> names(Collection<Attendance> attendances) {
        return volunteers.names(
                attendances.stream().map(Attendance::volunteer).distinct().toList());
    }

    private static boolean isLeader(Opened opened) {
        return opened.who().contains(Who.LEADER);
    }

    private static @Nullable String masked(Contact contact) {
        return contact.phone() == null ? null : Masked.phone(Objects.requireNonNull(contact.phone()));
    }

    private Choice choice(Enum<?> value) {
        return new Choice(value.name(), Texts.of(value, language.locale()));
    }

    private Choice service(String code) {
        return new Choice(code, catalogue.get(code).name().in(language.locale()));
    }

    private Choice site(String code) {
        return new Choice(code, sites.get(code).name());
    }

    private static boolean has(Set<Part> parts, Set<Part> some) {
        return parts.stream().anyMatch(some::contains);
    }
}
