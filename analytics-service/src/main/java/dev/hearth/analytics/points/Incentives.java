package dev.hearth.analytics.points;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/**
 * What incentive-service may be asked from here: these questions and no other. Ids were checked when the request was
 * admitted; what callers choose freely is encoded.
 *
 * <p>Each takes the caller's {@code Authorization}, so that whoever may not ask there learns nothing here.
 */
@ApplicationScoped
class Incentives {
    private static final TypeReference<Page<BalanceView>> BALANCES = new TypeReference<>() {};
    private static final TypeReference<Page<EntryView>> ENTRIES = new TypeReference<>() {};
    private static final TypeReference<Page<BudgetView>> BUDGETS = new TypeReference<>() {};
    private static final TypeReference<WhyView> WHY = new TypeReference<>() {};

    private final IncentiveService service;

    Incentives(IncentiveService service) {
        this.service = service;
    }

    /** What a member has, by currency. */
    Uni<Page<BalanceView>> balances(String authorization, String community, String member, Paging paging) {
        return service.get(authorization, of(community, member) + "/balances?" + asked(paging), BALANCES);
    }

    /**
     * What moved a member's balances, newest first.
     *
     * @param currency only these; null for all
     */
    Uni<Page<EntryView>> entries(
            String authorization, String community, String member, @Nullable String currency, Paging paging) {
        return service.get(
                authorization,
                of(community, member) + "/entries?" + asked(paging) + parameter("currency", currency),
                ENTRIES);
    }

    /** Why points moved. */
    Uni<WhyView> why(String authorization, String community, String transaction) {
        return service.get(authorization, of(community) + "/entries/" + transaction + "/why", WHY);
    }

    /**
     * Where budgets stand.
     *
     * @param status of campaigns that are so; null for all
     */
    Uni<Page<BudgetView>> budgets(String authorization, String community, @Nullable String status, Paging paging) {
        return service.get(
                authorization, of(community) + "/budgets?" + asked(paging) + parameter("status", status), BUDGETS);
    }

    private static String of(String community) {
        return "/communities/" + community;
    }

    private static String of(String community, String member) {
        return of(community) + "/members/" + member;
    }

    private static String asked(Paging paging) {
        return "limit=" + paging.limit() + parameter("cursor", paging.cursor());
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, UTF_8);
    }
}
