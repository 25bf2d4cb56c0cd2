package org.diandan.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Map;
import org.diandan.shared.TimeWindow;
import org.diandan.shared.Urgency;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What was ordered, where and how pressing it is; it never changes after the order was placed. */
@Embeddable
class Need {

    private String service;

    private String site;

    /** Worked out by the database from the site, for the indexes of lists. */
    @Column(insertable = false, updatable = false)
    private @Nullable String township;

    @Column(insertable = false, updatable = false)
    private @Nullable String village;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    /** In the words of who ordered. */
    private String words;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> answers;

    private @Nullable Instant wishedFrom;

    private @Nullable Instant wishedTo;

    /** The version of the service's risks that was acknowledged. */
    private int risksVersion;

    @Embedded
    private Company company;

    @SuppressWarnings("NullAway.Init")
    Need() {}

    Need(
            String service,
            String site,
            Urgency urgency,
            Channel channel,
            String words,
            Map<String, Object> answers,
            @Nullable TimeWindow wished,
            int risksVersion,
            Company company) {
        this.service = service;
        this.site = site;
        this.urgency = urgency;
        this.channel = channel;
        this.words = words;
        this.answers = Map.copyOf(answers);
        this.wishedFrom = wished == null ? null : wished.from();
        this.wishedTo = wished == null ? null : wished.to();
        this.risksVersion = risksVersion;
        this.company = company;
    }

    /** The same need at a site of another Center. */
    Need at(String otherSite) {
        return new Need(service, otherSite, urgency, channel, words, answers, wished(), risksVersion, company);
    }

    String service() {
        return service;
    }

    String site() {
        return site;
    }

    Urgency urgency() {
        return urgency;
    }

    Channel channel() {
        return channel;
    }

    String words() {
        return words;
    }

    Map<String, Object> answers() {
        return answers;
    }

    @Nullable
    TimeWindow wished() {
        return wishedFrom == null || wishedTo == null ? null : new TimeWindow(wishedFrom, wishedTo);
    }

    int risksVersion() {
        return risksVersion;
    }

    Company company() {
        return company;
    }
}
