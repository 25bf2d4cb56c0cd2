package org.diandan;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The compiled program, as the tests of its form look at it. */
final class Code {

    static final JavaClasses ALL = new ClassFileImporter().importPath(Path.of("target", "classes"));

    private Code() {}

    /** The room that a class lives in. */
    static String room(JavaClass type) {
        return type.getPackageName().replaceFirst("^org\\.diandan\\.", "");
    }

    /** The class itself, to be looked into. */
    static Class<?> load(JavaClass type) {
        try {
            return Class.forName(type.getName());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
