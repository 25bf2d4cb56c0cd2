package org.diandan.volunteers;

import static org.diandan.volunteers.VolunteersProblem.GUARDIAN_NEEDED;
import static org.diandan.volunteers.VolunteersProblem.TOO_YOUNG;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.keys.Keys;
import org.diandan.keys.SealedColumn;
import org.diandan.keys.SealedText;
import org.diandan.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A person registered as a volunteer, under the id of the account. The home Center is the account's; whatever is counted
 * per person is counted there.
 */
@Entity
@IdClass(Key.class)
class Volunteer {
    /** In years; under {@link #FULL_AGE} the guardian consents too (the table of roles in docs/domain.md). */
    static final int LEAST_AGE = 14;

    static final int FULL_AGE = 18;

    /** How somebody is called who is forgotten. */
    private static final String FORGOTTEN = "已删除";

    /** A birthday of nobody. */
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    @Id
    private String center;

    @Id
    private UUID id;

    private String name;
    private LocalDate bornOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Sex sex;

    private String site;

    @Convert(converter = GuardianNameColumn.class)
    private @Nullable String guardianName;

    @Convert(converter = GuardianPhoneColumn.class)
    private @Nullable String guardianPhone;

    private int consentVersion;
    private List<String> helpsIn = new ArrayList<>();
    private Instant registeredAt;

    @ElementCollection
    @CollectionTable(
            name = "volunteer_availability",
            joinColumns = {@JoinColumn(name = "center"), @JoinColumn(name = "volunteer_id")})
    private Set<WeeklyWindow> availability = new HashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Volunteer() {}

    /**
     * Registers a person.
     *
     * @param today in the time zone of the home Center
     */
    Volunteer(UUID account, RegisterAsVolunteer as, LocalDate today, Instant now) {
        int age = age(as.bornOn(), today);
        if (age < LEAST_AGE) {
            throw TOO_YOUNG.because(LEAST_AGE);
        }
        if (age < FULL_AGE && as.guardian() == null) {
            throw GUARDIAN_NEEDED.because(FULL_AGE);
        }
        center = Ids.centerOf(account);
        id = account;
        name = as.name();
        bornOn = as.bornOn();
        sex = as.sex();
        site = as.site();
        if (age < FULL_AGE && as.guardian() != null) {
            guardianName = as.guardian().name();
            guardianPhone = as.guardian().phone();
        }
        consentVersion = as.consent().version();
        registeredAt = now;
        helpsIn.add(center);
    }

    /** Loses what tells who it was; service stays on record under the id (Volunteer Service Regulation, article 19). */
    void forget() {
        name = FORGOTTEN;
        bornOn = LONG_AGO;
        sex = null;
        guardianName = null;
        guardianPhone = null;
        availability.clear();
    }

    /** Remembers that memberships of this person are to be looked for in that Center too. */
    void helpsIn(String otherCenter) {
        if (!helpsIn.contains(otherCenter)) {
            helpsIn = new ArrayList<>(helpsIn);
            helpsIn.add(otherCenter);
        }
    }

    /** Has time at these hours of each week. */
    void availableAt(List<WeeklyWindow> windows) {
        WeeklyWindow.check(windows);
        availability.retainAll(windows);
        availability.addAll(windows);
    }

    /** Tells whether the person is under age on that day. */
    boolean isMinor(LocalDate day) {
        return age(bornOn, day) < FULL_AGE;
    }

    private static int age(LocalDate bornOn, LocalDate day) {
        return Period.between(bornOn, day).getYears();
    }

    String center() {
        return center;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    LocalDate bornOn() {
        return bornOn;
    }

    @Nullable
    Sex sex() {
        return sex;
    }

    String site() {
        return site;
    }

    @Nullable
    String guardianName() {
        return guardianName;
    }

    @Nullable
    String guardianPhone() {
        return guardianPhone;
    }

    /** Which version of the text about a volunteer's data was agreed to. */
    int consentVersion() {
        return consentVersion;
    }

    List<String> centers() {
        return List.copyOf(helpsIn);
    }

    Instant registeredAt() {
        return registeredAt;
    }

    List<WeeklyWindow> availability() {
        return WeeklyWindow.inOrder(availability);
    }

    int version() {
        return version;
    }

    @Converter
    @Singleton
    static class GuardianNameColumn extends SealedText {

        GuardianNameColumn(Instance<Keys> keys) {
            super(SealedColumn.VOLUNTEER_GUARDIAN_NAME, keys);
        }
    }

    @Converter
    @Singleton
    static class GuardianPhoneColumn extends SealedText {

        GuardianPhoneColumn(Instance<Keys> keys) {
            super(SealedColumn.VOLUNTEER_GUARDIAN_PHONE, keys);
        }
    }
}
