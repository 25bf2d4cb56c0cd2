package org.diandan.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaTest {
    @Inject
    EntityManagerFactory entities;

    /** Here and not at start, because a program that validates at start cannot start while its database is away. */
    @Test
    void everyEntityFindsItsTableAndColumns() {
        assertThat(entities.getMetamodel().getEntities()).isNotEmpty();
        var schema = entities.unwrap(SessionFactory.class).getSchemaManager();

        assertThatCode(schema::validateMappedObjects).doesNotThrowAnyException();
    }
}
