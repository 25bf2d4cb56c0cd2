package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.shared.Role.DISPATCHER;
import static org.diandan.shared.Role.LEADER;
import static org.diandan.shared.Role.VOLUNTEER;
import static org.diandan.volunteers.Refusals.assertRefused;
import static org.diandan.volunteers.Someone.NOW;
import static org.diandan.volunteers.VolunteersProblem.MEMBER_ALREADY;
import static org.diandan.volunteers.VolunteersProblem.MEMBER_NOT_NOW;

import java.util.Set;
import org.diandan.http.HttpProblem;
import org.junit.jupiter.api.Test;

class MemberTest {

    private final Member member = new Member(Someone.id(), Someone.id(), NOW);

    @Test
    void nobodyTakesThemselvesIn() {
        assertRefused(HttpProblem.FORBIDDEN, () -> MemberAction.APPROVE.check(member.state(), Set.of(VOLUNTEER)));
    }

    @Test
    void whoLeavesIsNeitherLeaderNorExpert() {
        member.approve(Someone.clerk(), NOW);
        member.makeLeader();
        member.expert(true);

        member.leave(null, Someone.clerk(), NOW);

        assertThat(member.isApproved()).isFalse();
        assertThat(member.isLeader()).isFalse();
        assertThat(member.isExpert()).isFalse();
    }

    @Test
    void whoWasRefusedMayAskAgainWithAClearSheet() {
        member.refuse(JoinRefusal.TEAM_FULL, "next spring", Someone.clerk(), NOW);

        member.askAgain(NOW);

        assertThat(member.state()).isEqualTo(MemberState.ASKED);
        assertThat(member.refusal()).isNull();
        assertThat(member.reason()).isNull();
    }

    @Test
    void aMemberNeedNotAsk() {
        member.approve(Someone.clerk(), NOW);

        assertRefused(MEMBER_ALREADY, () -> member.askAgain(NOW));
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        member.approve(Someone.clerk(), NOW);

        var refused = assertRefused(MEMBER_NOT_NOW, () -> MemberAction.REFUSE.check(member.state(), Set.of(LEADER)));

        assertThat(refused.members()).containsEntry("actions", MemberAction.open(member.state(), Set.of(DISPATCHER)));
    }
}
