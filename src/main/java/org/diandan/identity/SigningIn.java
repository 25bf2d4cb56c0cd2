package org.diandan.identity;

import static org.diandan.identity.Attempts.Kind.CODE_AT_ALL;
import static org.diandan.identity.Attempts.Kind.CODE_FOR_PHONE;
import static org.diandan.identity.Attempts.Kind.CODE_FROM_ADDRESS;
import static org.diandan.identity.Attempts.Kind.PASSWORD_FROM_ADDRESS;
import static org.diandan.identity.Attempts.Kind.PASSWORD_OF_LOGIN;
import static org.diandan.identity.IdentityProblem.ACCOUNT_SUSPENDED;
import static org.diandan.identity.IdentityProblem.CENTER_NEEDED;
import static org.diandan.identity.IdentityProblem.CODE_WRONG;
import static org.diandan.identity.IdentityProblem.ISSUER_TOKEN_WRONG;
import static org.diandan.identity.IdentityProblem.ISSUER_UNBOUND;
import static org.diandan.identity.IdentityProblem.SIGN_IN_FAILED;
import static org.diandan.identity.IdentityProblem.SIGN_IN_INCOMPLETE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.diandan.identity.ForeignTokens.Foreigner;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Masked;
import org.diandan.shared.Opening;
import org.diandan.shared.Role;
import org.diandan.shared.Wall;
import org.diandan.sites.Level;
import org.diandan.sites.Sites;
import org.diandan.sites.SitesProblem;
import org.jspecify.annotations.Nullable;

/**
 * How people get in. Each way has several transactions: what is counted stays counted though the attempt is refused, and
 * a password is hashed while no connection waits for it.
 */
@ApplicationScoped
class SigningIn {

    private final Accounts accounts;
    private final Grants grants;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final WeChat weChat;
    private final SecondStep secondStep;
    private final ForeignTokens foreign;
    private final Foreigners foreigners;
    private final Invitations invitations;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Sites sites;
    private final IdentityConfig config;
    private final Wall wall;

    SigningIn(
            Accounts accounts,
            Grants grants,
            Passwords passwords,
            OneTimeCodes codes,
            WeChat weChat,
            SecondStep secondStep,
            ForeignTokens foreign,
            Foreigners foreigners,
            Invitations invitations,
            Attempts attempts,
            Sessions sessions,
            Tokens tokens,
            Sites sites,
            IdentityConfig config,
            Wall wall) {
        this.wall = wall;
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.codes = codes;
        this.weChat = weChat;
        this.secondStep = secondStep;
        this.foreign = foreign;
        this.foreigners = foreigners;
        this.invitations = invitations;
        this.attempts = attempts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.sites = sites;
        this.config = config;
    }

    /** Sends a code to a phone, known or not. */
    void sendCode(String phone, String address, Locale language) {
        wall.in(Opening.SIGN_IN, Ids.INSTALLATION, () -> {
            countAndSend(phone, address, language);
            return phone;
        });
    }

    private void countAndSend(String phone, String address, Locale language) {
        attempts.count(CODE_FROM_ADDRESS, address, config.limits().codesPerAddress());
        attempts.count(CODE_FOR_PHONE, phone, config.limits().codesPerPhone());
        attempts.count(CODE_AT_ALL, "", config.limits().codesInTotal());
        codes.ask(phone, language);
    }

    TokenView signIn(SignIn request, String address) {
        return wall.everywhere(Opening.SIGN_IN, () -> letIn(request, address));
    }

    private TokenView letIn(SignIn request, String address) {
        return switch (request.grant()) {
            case CODE -> byCode(needed(request.phone()), needed(request.code()), request);
            case PASSWORD ->
                byPassword(
                        needed(request.login()).toLowerCase(Locale.ROOT), needed(request.password()), request, address);
            case WECHAT -> byWeChat(needed(request.wechatCode()), request, address);
            case ISSUER -> byIssuer(needed(request.token()), request, address);
            case REFRESH -> again(needed(request.refreshToken()));
        };
    }

    void signOut(String refreshToken) {
        wall.everywhere(Opening.SIGN_IN, () -> {
            QuarkusTransaction.requiringNew().run(() -> sessions.end(refreshToken));
            return refreshToken;
        });
    }

    private TokenView byCode(String phone, String code, SignIn request) {
        codes.check(phone, code);
        Optional<UUID> asked = accounts.byPhone(phone);
        asked.ifPresent(account -> secondStep.take(account, request.secondFactor()));
        @Nullable String invitation = request.invitation();
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<UUID> known = accounts.byPhone(phone);
            if (known.isPresent() && !known.equals(asked)) {
                // Somebody else's by now, and nobody asked for their second factor.
                throw CODE_WRONG.because();
            }
            @Nullable Invitation invited = invitation == null ? null : invitations.openTo(invitation, phone);
            UUID account = known.orElseGet(
                    () -> invited == null ? register(phone, request) : invitations.register(invited, phone));
            codes.spend(phone, code);
            if (invited != null) {
                invitations.accept(invited, account);
            }
            return letIn(account, known.isEmpty(), config.session());
        });
    }

    private UUID register(String phone, SignIn request) {
        @Nullable String center = request.center();
        if (center == null) {
            throw CENTER_NEEDED.because();
        }
        if (sites.get(center).level() != Level.CENTER) {
            throw SitesProblem.UNKNOWN_SITE.because(center);
        }
        String name =
                request.name() == null ? Masked.phone(phone) : request.name().strip();
        UUID account = accounts.register(new NewAccount(center, name, phone, null, null));
        grants.grant(account, Role.RESIDENT, "", Actor.of(account));
        return account;
    }

    private TokenView byPassword(String login, String password, SignIn request, String address) {
        attempts.count(PASSWORD_FROM_ADDRESS, address, config.limits().passwordsPerAddress());
        attempts.count(PASSWORD_OF_LOGIN, login, config.limits().passwordsPerLogin());
        Optional<UUID> account = accounts.byLogin(Login.NAME, login);
        @Nullable String hash = account.flatMap(passwords::hashOf).orElse(null);
        if (!passwords.matches(password, hash)) {
            throw SIGN_IN_FAILED.because();
        }
        attempts.forget(PASSWORD_OF_LOGIN, login);
        secondStep.take(account.orElseThrow(), request.secondFactor());
        return QuarkusTransaction.requiringNew().call(() -> letIn(account.orElseThrow(), false, config.session()));
    }

    private TokenView byWeChat(String code, SignIn request, String address) {
        attempts.count(PASSWORD_FROM_ADDRESS, address, config.limits().passwordsPerAddress());
        UUID account = weChat.account(code);
        secondStep.take(account, request.secondFactor());
        return QuarkusTransaction.requiringNew().call(() -> letIn(account, false, config.session()));
    }

    private TokenView byIssuer(String token, SignIn request, String address) {
        attempts.count(PASSWORD_FROM_ADDRESS, address, config.limits().passwordsPerAddress());
        Foreigner foreigner = foreign.read(token).orElseThrow(ISSUER_TOKEN_WRONG::because);
        Optional<UUID> known = foreigners.account(foreigner);
        if (!foreigner.showedFactor()) {
            known.ifPresent(account -> secondStep.take(account, request.secondFactor()));
        }
        @Nullable String invitation = request.invitation();
        return QuarkusTransaction.requiringNew().call(() -> {
            if (invitation == null) {
                return letIn(known.orElseThrow(ISSUER_UNBOUND::because), false, config.foreignSession());
            }
            Invitation invited = invitations.openTo(invitation, null);
            UUID account = known.orElseGet(() -> invitations.register(invited, null));
            foreigners.bind(foreigner, account);
            invitations.accept(invited, account);
            return letIn(account, known.isEmpty(), config.foreignSession());
        });
    }

    private TokenView again(String refreshToken) {
        Sessions.Exchanged exchanged = sessions.exchange(refreshToken);
        if (!accounts.isActive(exchanged.account())) {
            throw ACCOUNT_SUSPENDED.because();
        }
        return view(exchanged.account(), exchanged.generation(), exchanged.refreshToken(), false);
    }

    private TokenView letIn(UUID account, boolean registered, Duration longest) {
        if (!accounts.isActive(account)) {
            throw ACCOUNT_SUSPENDED.because();
        }
        return view(account, sessions.generation(account), sessions.open(account, longest), registered);
    }

    private TokenView view(UUID account, int generation, String refreshToken, boolean registered) {
        long seconds = config.accessToken().toSeconds();
        return new TokenView(account, tokens.issue(account, generation), "Bearer", seconds, refreshToken, registered);
    }

    private static String needed(@Nullable String value) {
        if (value == null) {
            throw SIGN_IN_INCOMPLETE.because();
        }
        return value;
    }
}
