package org.diandan.shared;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A transaction that a test itself begins sees all Centers; one that a test begins for a request, to roll it back, sees what
 * the request does. What the program begins, though a test has called it (a sweep, a
 * relay, a request), sees what it says by itself; so does what a test does within {@link Wall#in}.
 */
@ApplicationScoped
@Unremovable
class TestsSeeAll implements AgroalPoolInterceptor {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Set<Class<?>> OURS = Set.of(TestsSeeAll.class, Wall.class);

    private static final String FOR_A_REQUEST = "org.diandan.walls.DryRun";

    private final Wall wall;
    private final TransactionSynchronizationRegistry transactions;
    private final ConcurrentHashMap<String, Boolean> known = new ConcurrentHashMap<>();

    TestsSeeAll(Wall wall, TransactionSynchronizationRegistry transactions) {
        this.wall = wall;
        this.transactions = transactions;
    }

    void begin(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        if (isByTest() && !wall.isWorking()) {
            wall.open(Opening.START, Wall.EVERYWHERE);
        }
    }

    /** Outside of a transaction the program would see nothing, and nobody would say why. */
    @Override
    public void onConnectionAcquire(Connection connection) {
        boolean alone = transactions.getTransactionKey() == null;
        if (alone && !isByTest() && STACK.walk(frames -> frames.anyMatch(TestsSeeAll::isOfHibernate))) {
            throw new IllegalStateException("What asks the database begins a transaction: @Transactional is missing");
        }
    }

    private static boolean isOfHibernate(StackWalker.StackFrame frame) {
        return frame.getClassName().startsWith("org.hibernate.");
    }

    private boolean isByTest() {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                .filter(type -> type.getName().startsWith("org.diandan.") && !OURS.contains(type))
                .map(Class::getName)
                .filter(name -> !name.matches(".*(_ClientProxy|_Subclass|_Observer|_Bean).*"))
                .findFirst()
                .filter(name -> !name.equals(FOR_A_REQUEST))
                .map(this::isTest)
                .orElse(false));
    }

    private boolean isTest(String type) {
        return known.computeIfAbsent(
                type, name -> Files.exists(Path.of("target/test-classes", name.replace('.', '/') + ".class")));
    }
}
