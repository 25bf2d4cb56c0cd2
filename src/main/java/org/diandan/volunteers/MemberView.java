package org.diandan.volunteers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in a team.
 *
 * @param refusal why the team did not take the person
 * @param actions what the caller may do now
 */
record MemberView(
        UUID team,
        UUID account,
        String name,
        MemberState state,
        boolean leader,
        boolean expert,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable JoinRefusal refusal,
        @Nullable String reason,
        List<MemberAction> actions,
        @JsonIgnore int version)
        implements Resource {

    static MemberView of(Member member, String name, List<MemberAction> actions) {
        return new MemberView(
                member.team(),
                member.account(),
                name,
                member.state(),
                member.isLeader(),
                member.isExpert(),
                member.askedAt(),
                member.decidedAt(),
                member.refusal(),
                member.reason(),
                actions,
                member.version());
    }

    @Override
    public String path() {
        return "/teams/" + team + "/members/" + account;
    }
}
