package org.diandan.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diandan.http.Api;
import org.diandan.http.Contract;
import org.diandan.identity.Person;
import org.diandan.walls.Matrix.Question;
import org.diandan.walls.Matrix.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the contract, called by everybody, about what is theirs, the next village's, the next township's
 * and the next county's: who gets in, who is told that there is nothing (404) or that it is not for them (403), and who
 * reads what of the resident served. And in no answer stands what is private in a place where the caller has no business.
 */
@QuarkusTest
class MatrixTest {

    @Inject
    Walls walls;

    private Asking asking;

    @BeforeEach
    void theWallsStand() {
        walls.stand();
        asking = new Asking(walls);
    }

    @Test
    void anOperationWithoutARowIsFound() throws IOException {
        Set<String> rows = Matrix.all().stream()
                .flatMap(room -> room.questions().stream().map(question -> room.room() + " " + question.operation()))
                .collect(Collectors.toSet());
        Set<String> operations = Contract.operations().stream()
                .map(operation -> operation.node().path("tags").get(0).asText() + " " + operation.id())
                .collect(Collectors.toSet());

        assertThat(rows).isEqualTo(operations);
    }

    /** All, or those that {@code -Dwalls.rooms} names. */
    static List<Matrix> rooms() throws IOException {
        String rooms = System.getProperty("walls.rooms", "");
        return Matrix.all().stream()
                .filter(room -> rooms.isEmpty() || List.of(rooms.split(",")).contains(room.room()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void eachCallerIsAnsweredAsItIsWritten(Matrix room) throws IOException {
        if (Boolean.getBoolean("walls.write")) {
            write(room);
        }
        List<String> different = new ArrayList<>();
        for (Question question : room.questions()) {
            assertThat(relations(question))
                    .as("Rows of " + question.operation())
                    .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Relation.class));
            for (Row row : question.rows()) {
                for (Relation relation : question.hasObject() ? row.relations() : Set.of(Relation.OWN)) {
                    List<String> cells = asking.everybody(question, relation);
                    if (!cells.equals(row.cells())) {
                        different.add("%s %s%n  written %s%n  seen    %s"
                                .formatted(question.operation(), relation, row.cells(), cells));
                    }
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(asking.leaks()).isEmpty();
    }

    private static List<Relation> relations(Question question) {
        return question.rows().stream().flatMap(row -> row.relations().stream()).toList();
    }

    private void write(Matrix room) throws IOException {
        for (Question question : room.questions()) {
            List<Row> seen = new ArrayList<>();
            if (question.hasObject()) {
                for (Relation relation : Relation.values()) {
                    seen.add(new Row(EnumSet.of(relation), asking.everybody(question, relation)));
                }
            } else {
                seen.add(new Row(EnumSet.allOf(Relation.class), asking.everybody(question, Relation.OWN)));
            }
            question.rows().clear();
            question.rows().addAll(Matrix.merged(seen));
        }
        room.write();
    }

    /**
     * Whatever they were. The tokens that they had end with the suspension; so the one that is tried is of a moment later,
     * as if it had slipped through: what stops them is the account.
     */
    @Test
    void whoIsSuspendedIsNobody() throws IOException {
        for (Who who : EnumSet.complementOf(EnumSet.of(Who.ANONYMOUS, Who.ADMIN))) {
            Api before = walls.caller(who).api();
            before.get("/me").expect(200);
            String account = "/accounts/" + walls.caller(who).account();
            Person responsible = walls.responsibleFor(who);
            responsible.post(account + "/suspend", Map.of("reason", "账号被盗用")).expect(200);
            try {
                before.get("/me").expect(401);
                Api suspended = walls.caller(who).api();
                for (Matrix room : Matrix.all()) {
                    for (Question question : room.questions()) {
                        assertThat(asking.ask(suspended, who, question, Relation.OWN)
                                        .status())
                                .as("%s by a suspended %s", question.operation(), who)
                                .isEqualTo(401);
                    }
                }
            } finally {
                responsible.post(account + "/reopen", Map.of("reason", "已找回")).expect(200);
            }
            walls.caller(who).get("/me").expect(200);
        }
    }
}
