package dev.hearth.analytics.dashboard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token of whoever signed in, in a cookie that no script can read. It stands for the header {@code Authorization}
 * on requests of the page's own origin, and for nothing on any other: browsers tell which it is by
 * {@code Sec-Fetch-Site}; one that does not may only look.
 */
@ApplicationScoped
class SessionCookie {
    static final String NAME = "hearth-session";
    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<HttpMethod> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    /** Before the token is looked at. */
    private static final int EARLY = 1_000;

    void register(@Observes Filters filters) {
        filters.register(SessionCookie::present, EARLY);
    }

    /** @param secure whether the page came by HTTPS, so that the cookie never goes another way */
    static NewCookie of(String token, Duration lifetime, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(token)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge((int) Math.min(lifetime.toSeconds(), Integer.MAX_VALUE))
                .build();
    }

    private static void present(RoutingContext context) {
        HttpServerRequest request = context.request();
        Cookie cookie = request.getCookie(NAME);
        if (cookie != null && !request.headers().contains(HttpHeaders.AUTHORIZATION) && isOwn(request)) {
            var _ = request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + cookie.getValue());
        }
        context.next();
    }

    private static boolean isOwn(HttpServerRequest request) {
        @Nullable String site = request.getHeader(SITE);
        return site == null ? LOOKING.contains(request.method()) : OWN.contains(site);
    }
}
