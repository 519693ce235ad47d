package dev.hearth.platform.identity;

import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of the request under way. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;

    void set(Caller admitted) {
        caller = admitted;
    }

    /** The admitted caller; fails with 401 where nobody was admitted. */
    public Caller get() {
        if (caller == null) {
            throw new UnauthorizedException();
        }
        return caller;
    }
}
