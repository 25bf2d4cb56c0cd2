package org.diandan.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of a solution. */
class AssignmentFileTest {

    private Path file;

    @BeforeEach
    void file(@TempDir Path folder) {
        file = folder.resolve("solution.txt");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Assignment assignment = Assignment.of(new int[] {3, Assignment.NONE, 0});

        AssignmentFile.write(assignment, file);

        assertThat(file).hasContent("assign 0 3\nassign 1 -\nassign 2 0\n");
        assertThat(AssignmentFile.read(file, 3)).isEqualTo(assignment);
    }

    @Test
    void anOrderThatIsNotNamedHasNoTeam() throws IOException {
        Files.writeString(file, "assign 2 0\n");

        assertThat(AssignmentFile.read(file, 3)).isEqualTo(Assignment.of(new int[] {-1, -1, 0}));
    }

    @ParameterizedTest
    @CsvSource({
        "assign 1, 'line 2: it must be: assign <order> <team>, or - where the order has no team'",
        "assign 1 -1, 'line 2: it must be: assign <order> <team>, or - where the order has no team'",
        "assign 3 0, line 2: order 3 is unknown",
        "assign 0 1, line 2: order 0 is assigned twice",
    })
    void aBrokenLineIsToldWithItsNumberAndTheReason(String line, String told) throws IOException {
        Files.writeString(file, "assign 0 0\n" + line + "\n");

        assertThatThrownBy(() -> AssignmentFile.read(file, 3))
                .isInstanceOf(BrokenInstance.class)
                .hasMessage(told);
    }
}
