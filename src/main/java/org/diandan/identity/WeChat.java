package org.diandan.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.diandan.gateways.WeChatGateway;

/** Who comes from the WeChat mini-program. WeChat is asked before a transaction begins, so that none waits for it. */
@ApplicationScoped
class WeChat {

    private static final int SECONDS_TO_RECOVER = 5;

    private final WeChatGateway gateway;
    private final Accounts accounts;

    WeChat(WeChatGateway gateway, Accounts accounts) {
        this.gateway = gateway;
        this.accounts = accounts;
    }

    /**
     * The account that is bound to whoever has this login code.
     *
     * @throws org.diandan.shared.Refused if the code is nobody's, or nobody has bound it
     */
    UUID account(String code) {
        return accounts.byLogin(Login.WECHAT, openid(code)).orElseThrow(IdentityProblem.WECHAT_UNBOUND::because);
    }

    /** Lets whoever has this login code sign in to the account; what was bound to it before is no longer. */
    void bind(UUID account, String code) {
        String openid = openid(code);
        QuarkusTransaction.requiringNew().run(() -> {
            accounts.remove(Login.WECHAT, account);
            if (!accounts.add(Login.WECHAT, openid, account)) {
                throw IdentityProblem.WECHAT_TAKEN.because();
            }
        });
    }

    void unbind(UUID account) {
        accounts.remove(Login.WECHAT, account);
    }

    private String openid(String code) {
        if (!gateway.isOffered()) {
            throw IdentityProblem.WECHAT_NOT_OFFERED.because();
        }
        try {
            return gateway.openid(code).orElseThrow(IdentityProblem.WECHAT_CODE_WRONG::because);
        } catch (IllegalStateException away) {
            throw IdentityProblem.WECHAT_AWAY.because().retryAfter(SECONDS_TO_RECOVER);
        }
    }
}
