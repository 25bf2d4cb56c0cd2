package org.diandan.identity;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's WeChat. Below {@code /auth}, where no answer is kept: a login code is good once anyway. */
@Path("/auth")
@Tag(name = "identity")
class WeChatResource {

    private final WeChat weChat;
    private final CurrentUser user;

    WeChatResource(WeChat weChat, CurrentUser user) {
        this.weChat = weChat;
        this.user = user;
    }

    @POST
    @Path("wechat")
    @Authenticated
    @Operation(operationId = "bindWeChat", summary = "Lets the caller sign in by WeChat from now on")
    public void bind(@Valid BindWeChat request) {
        weChat.bind(user.account(), request.code());
    }

    @POST
    @Path("wechat/unbind")
    @Authenticated
    @Operation(operationId = "unbindWeChat", summary = "Lets nobody sign in to the caller's account by WeChat any more")
    public void unbind() {
        weChat.unbind(user.account());
    }
}
