package org.diandan.gateways;

import java.util.Optional;

/** WeChat, as mini-programs sign in by it. */
public interface WeChatGateway {

    /** Tells whether this installation has a mini-program. */
    boolean isOffered();

    /**
     * Asks WeChat who has the login code that {@code wx.login} gave a mini-program.
     *
     * @return the person's openid within the mini-program; empty for a code that is wrong, too old or used
     * @throws IllegalStateException if WeChat cannot say; worth trying again
     */
    Optional<String> openid(String code);
}
