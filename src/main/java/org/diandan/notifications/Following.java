package org.diandan.notifications;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.Optional;
import java.util.UUID;
import org.diandan.identity.SignedIn;
import org.diandan.shared.Scope;

/** Somebody who follows the stream: by which header they were let in, and what they may reach. */
final class Following {

    private final UUID account;
    private final String authorization;
    private final MultiEmitter<? super Message> out;
    private volatile Scope scope;

    Following(UUID account, Scope scope, String authorization, MultiEmitter<? super Message> out) {
        this.account = account;
        this.scope = scope;
        this.authorization = authorization;
        this.out = out;
    }

    /** Looks what they may reach now; who is signed in no more has followed to the end. */
    void look(SignedIn signedIn) {
        Optional<Scope> now = signedIn.scope(authorization);
        scope = now.orElse(Scope.NONE);
        if (now.isEmpty()) {
            end();
        }
    }

    void tell(Message message) {
        out.emit(message);
    }

    void end() {
        out.complete();
    }

    UUID account() {
        return account;
    }

    Scope scope() {
        return scope;
    }
}
