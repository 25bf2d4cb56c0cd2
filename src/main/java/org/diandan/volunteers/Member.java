package org.diandan.volunteers;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.jspecify.annotations.Nullable;

/** A volunteer's place in a team: one row, however often the person asks, leaves and comes back. */
@Entity
@Table(name = "team_member")
@IdClass(MemberKey.class)
class Member {
    @Id
    private String center;

    @Id
    private UUID teamId;

    @Id
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private MemberState state = MemberState.ASKED;

    private boolean leader;
    private boolean expert;
    private Instant askedAt;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable JoinRefusal refusal;

    private @Nullable String reason;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    /** Asks to join. */
    Member(UUID team, UUID account, Instant now) {
        this.center = Ids.centerOf(team);
        this.teamId = team;
        this.accountId = account;
        this.askedAt = now;
    }

    /** Asks once more, after a refusal or after having left. */
    void askAgain(Instant now) {
        if (state == MemberState.ASKED || state == MemberState.APPROVED) {
            throw VolunteersProblem.MEMBER_ALREADY.because().with("state", state);
        }
        state = MemberState.ASKED;
        askedAt = now;
        decidedAt = null;
        decidedBy = null;
        refusal = null;
        reason = null;
    }

    void approve(Actor by, Instant now) {
        decide(MemberState.APPROVED, by, now);
    }

    void refuse(JoinRefusal why, String text, Actor by, Instant now) {
        decide(MemberState.REFUSED, by, now);
        refusal = why;
        reason = text;
    }

    /** Ends the membership, and with it what it made of the person. The last leader may go too: nobody is held. */
    void leave(@Nullable String why, Actor by, Instant now) {
        decide(MemberState.LEFT, by, now);
        reason = why;
        leader = false;
        expert = false;
    }

    void makeLeader() {
        leader = true;
    }

    /** @throws org.diandan.shared.Refused if the member leads nobody */
    void endLeading() {
        if (!leader) {
            throw VolunteersProblem.NOT_A_LEADER.because();
        }
        leader = false;
    }

    /** What a caller who holds these roles towards the member may do now. */
    List<MemberAction> actions(Set<Role> roles) {
        MemberAction needless = leader ? MemberAction.MAKE_LEADER : MemberAction.END_LEADING;
        return MemberAction.open(state, roles).stream()
                .filter(action -> action != needless)
                .toList();
    }

    /** Notes that the person's certificates make an expert of the team's, or no longer do. */
    void expert(boolean isOne) {
        expert = isOne;
    }

    private void decide(MemberState to, Actor by, Instant now) {
        state = to;
        decidedAt = now;
        decidedBy = by.account();
    }

    UUID team() {
        return teamId;
    }

    UUID account() {
        return accountId;
    }

    MemberState state() {
        return state;
    }

    boolean isApproved() {
        return state == MemberState.APPROVED;
    }

    boolean isLeader() {
        return leader;
    }

    boolean isExpert() {
        return expert;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    /** Who answers for the decision. */
    @Nullable
    UUID decidedBy() {
        return decidedBy;
    }

    @Nullable
    JoinRefusal refusal() {
        return refusal;
    }

    @Nullable
    String reason() {
        return reason;
    }

    int version() {
        return version;
    }
}
