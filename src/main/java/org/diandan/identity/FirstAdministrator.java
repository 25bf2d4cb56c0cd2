package org.diandan.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.diandan.keys.PrivateFile;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Opening;
import org.diandan.shared.Role;
import org.diandan.shared.Wall;
import org.diandan.startup.DatabaseReady;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The administrator of a new installation, who grants all that comes after. */
@ApplicationScoped
class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);
    private static final String LOGIN = "admin";
    private static final String FILE = "admin-password.txt";

    /** Without those that are mistaken for one another. */
    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;

    private final Accounts accounts;
    private final Grants grants;
    private final IdentityConfig config;
    private final Wall wall;
    private final RandomGenerator random;
    private final Path dataDir;

    FirstAdministrator(
            Accounts accounts,
            Grants grants,
            IdentityConfig config,
            Wall wall,
            RandomGenerator random,
            @ConfigProperty(name = "diandan.data-dir") Path dataDir) {
        this.accounts = accounts;
        this.grants = grants;
        this.config = config;
        this.wall = wall;
        this.random = random;
        this.dataDir = dataDir;
    }

    /** Makes the login {@code admin} where there is no administrator; says where its password is, never the password. */
    void greet(@Observes DatabaseReady news) {
        wall.in(Opening.START, Ids.INSTALLATION, () -> {
            makeIfMissing();
            return news;
        });
    }

    private void makeIfMissing() {
        if (grants.holders(Role.ADMIN, "").isEmpty()
                && accounts.byLogin(Login.NAME, LOGIN).isEmpty()) {
            String password = config.adminPassword().orElseGet(this::invent);
            QuarkusTransaction.requiringNew().run(() -> {
                var account = accounts.register(new NewAccount(Ids.INSTALLATION, "系统管理员", null, LOGIN, password));
                grants.grant(account, Role.ADMIN, "", Actor.PROGRAM);
            });
        }
    }

    private String invent() {
        var password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        Path file = dataDir.toAbsolutePath().normalize().resolve(FILE);
        PrivateFile.write(file, password + "\n");
        LOG.infof("The first administrator signs in as \"%s\" with the password in %s", LOGIN, file);
        return password.toString();
    }
}
