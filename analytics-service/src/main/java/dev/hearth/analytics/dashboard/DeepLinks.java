package dev.hearth.analytics.dashboard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Every view of the page has an address under {@code /c/}, which the page itself makes out: all answer the page. */
@ApplicationScoped
class DeepLinks {
    private static final String VIEWS = "/c/";
    private static final int LATE = 10;

    void register(@Observes Filters filters) {
        filters.register(DeepLinks::lead, LATE);
    }

    private static void lead(RoutingContext context) {
        if (HttpMethod.GET.equals(context.request().method())
                && context.normalizedPath().startsWith(VIEWS)) {
            context.reroute("/");
        } else {
            context.next();
        }
    }
}
