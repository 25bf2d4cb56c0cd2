package org.diandan.audit;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.diandan.audit.Verification.Chain;
import org.diandan.audit.Verification.Finding;
import org.diandan.shared.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The audit on the command line. */
@Command(name = "audit", resourceBundle = "messages.audit", mixinStandardHelpOptions = true)
public final class AuditCommand implements org.diandan.shared.Command {

    private static final int INTACT = 0;
    private static final int NOT_INTACT = 1;

    private static final Locale LANGUAGE =
            Locale.getDefault().getLanguage().equals("zh") ? Texts.DEFAULT : Locale.ENGLISH;

    @Spec
    @Nullable
    CommandSpec spec;

    private @Nullable Installation installation;

    @Override
    public void on(Installation given) {
        installation = given;
    }

    /** Verifies the chains; answers 0 if all are intact, else 1. */
    @Command(name = "verify", resourceBundle = "messages.audit", mixinStandardHelpOptions = true)
    int verify(@Option(names = "--center", paramLabel = "<county>", descriptionKey = "center") @Nullable String center)
            throws SQLException {
        try (Connection connection = requireNonNull(installation).connect()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return verify(connection, center, requireNonNull(spec).commandLine().getOut());
        }
    }

    static int verify(Connection connection, @Nullable String only, PrintWriter out) throws SQLException {
        var verification = new Verification(connection);
        List<String> centers = only == null ? verification.centers() : List.of(only);
        boolean intact = true;
        for (String center : centers) {
            Chain chain = verification.verify(center);
            intact &= chain.isIntact();
            chain.findings().forEach(finding -> out.println(text(finding)));
            out.println(text("verify.chain", center, chain.seals(), chain.sealed(), chain.waiting(), chain.lastHash()));
        }
        out.println(text(intact ? "verify.intact" : "verify.not-intact", centers.size()));
        out.flush();
        return intact ? INTACT : NOT_INTACT;
    }

    private static String text(Finding finding) {
        String key = "verify." + finding.flaw().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return text(key, finding.center(), finding.seal(), finding.entries());
    }

    private static String text(String key, Object... arguments) {
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = arguments[i].toString();
        }
        return Texts.of(AuditCommand.class, key, LANGUAGE, plain);
    }
}
