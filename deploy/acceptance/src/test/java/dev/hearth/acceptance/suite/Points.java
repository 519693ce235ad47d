package dev.hearth.acceptance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.acceptance.truth.Figures;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the ledger says over REST. */
final class Points {
    private final RunningSuite suite;
    private final String community;

    Points(RunningSuite suite, String community) {
        this.suite = suite;
        this.community = community;
    }

    /** Every member's points, of everybody who has any. */
    Figures all() {
        Figures figures = new Figures();
        add(figures, Rules.A);
        add(figures, Rules.B);
        return figures;
    }

    /** Every member's points of one currency, what is owed counted as negative; of everybody who has or owes any. */
    Figures of(String currency) {
        Figures figures = new Figures();
        add(figures, currency);
        return figures;
    }

    /** How the name of a figure begins. */
    static String name(String currency, String member) {
        return "points " + currency.toUpperCase(Locale.ROOT) + " of " + member;
    }

    private void add(Figures figures, String currency) {
        String first = "/communities/" + community + "/balances?limit=200&currency=" + currency;
        @Nullable String next = first;
        while (next != null) {
            URI address = suite.incentive(next);
            JsonNode page = suite.client().get(address).orFail("GET " + address).body();
            for (JsonNode balance : page.path("items")) {
                if (balance.path("points").asLong() != 0) {
                    figures.put(name(currency, balance.path("memberId").asText()), balance.path("points"));
                }
            }
            next = page.path("next").isTextual()
                    ? first + "&cursor=" + page.path("next").asText()
                    : null;
        }
    }

    /** The audit of the books: whether they are sound, and what all postings of a currency sum up to. */
    JsonNode trialBalance() {
        URI address = suite.incentive("/communities/" + community + "/trial-balance");
        return suite.client().get(address).orFail("GET " + address).body();
    }
}
