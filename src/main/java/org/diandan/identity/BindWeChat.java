package org.diandan.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Somebody who is signed in binds their WeChat.
 *
 * @param code what {@code wx.login} gave the mini-program; good once
 */
record BindWeChat(@NotBlank @Size(max = 200) String code) {

    /** A login code must not stand in a log. */
    @Override
    public String toString() {
        return "BindWeChat[]";
    }
}
