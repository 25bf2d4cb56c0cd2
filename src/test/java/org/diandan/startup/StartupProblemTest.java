package org.diandan.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StartupProblemTest {
    @ParameterizedTest
    @EnumSource
    void eachSaysInBothLanguagesWhatToDo(StartupProblem problem) {
        assertThat(problem.text(Locale.CHINA, "a", "b", "c"))
                .startsWith("无法启动：")
                .doesNotContain("{");
        assertThat(problem.text(Locale.FRANCE, "a", "b", "c"))
                .startsWith("Cannot start: ")
                .doesNotContain("{", "''");
    }

    @Test
    void numbersAreWrittenPlainly() {
        assertThat(new CannotStart(StartupProblem.PORT_TAKEN, 54321)).hasMessageContaining("54321");
    }

    @ParameterizedTest
    @CsvSource({
        "could not write to file: No space left on device, DISK_FULL",
        "PANIC: cannot abort HINT: Check free disk space., DISK_FULL",
        "could not bind IPv4 address: Address already in use, PORT_TAKEN",
        "FATAL: anything else, DATABASE_FAILED"
    })
    void whatPostgresSaysIsNamed(String words, StartupProblem problem, @TempDir Path data) {
        try (var folder = DataFolder.open(data)) {
            assertThat(EmbeddedDatabase.diagnosis(folder, 5432, words).problem())
                    .isEqualTo(problem);
        }
    }

    @Test
    void aFullDiskIsToldApartFromAFolderThatIsNotOurs(@TempDir Path data) {
        assertThat(CannotStart.writing(data, new IOException("No space left on device"))
                        .problem())
                .isEqualTo(StartupProblem.DISK_FULL);
        assertThat(CannotStart.writing(data, new FileSystemException("lock", null, "Read-only file system"))
                        .problem())
                .isEqualTo(StartupProblem.FOLDER_NOT_WRITABLE);
    }

    @Test
    void rootWithoutUserNamespacesIsTold() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> PostgresPrograms.prefix(true, "false"))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(StartupProblem.NAMESPACES_FORBIDDEN));
    }

    @Test
    void aNormalUserNeedsNoNamespace() {
        assertThat(PostgresPrograms.prefix(false, "false")).isEmpty();
    }
}
