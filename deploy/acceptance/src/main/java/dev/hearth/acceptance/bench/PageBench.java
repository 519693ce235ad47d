package dev.hearth.acceptance.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.hearth.acceptance.bench.PageReport.Look;
import dev.hearth.acceptance.browser.Chromium;
import dev.hearth.acceptance.browser.Views;
import dev.hearth.acceptance.demo.Filling;
import dev.hearth.acceptance.replay.Screen;
import dev.hearth.acceptance.simulation.Scale;
import dev.hearth.acceptance.simulation.Simulation;
import dev.hearth.acceptance.simulation.Society;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How soon the views of the dashboard can be used, and how much script an update costs, in a real browser. */
final class PageBench {
    /** Notes when the first card is there and none is loading any more, and the longest task. */
    private static final String WATCH = """
            window.hearthLongest = 0;
            new PerformanceObserver(list => list.getEntries().forEach(task => {
              window.hearthLongest = Math.max(window.hearthLongest, task.duration);
            })).observe({ type: "longtask", buffered: true });
            new MutationObserver((_, watcher) => {
              if (document.querySelector("main .card") && !document.querySelector(".skeleton")) {
                window.hearthUsable = performance.now();
                watcher.disconnect();
              }
            }).observe(document, { childList: true, subtree: true });
            """;

    private static final String USABLE = "window.hearthUsable ?? 0";

    /** A page rests for five seconds between two updates. */
    private static final double REST_MILLIS = 5_500;
    /** What an update asks and draws is over long before. */
    private static final double SETTLING_MILLIS = 2_500;

    private static final double PATIENCE_MILLIS = 120_000;
    private static final double MILLIS = 1_000;

    private final PageArena arena;
    private final Browser browser;
    private final PageOptions options;
    private final List<Look> looks = new ArrayList<>();
    private int posted;

    PageBench(PageArena arena, Chromium chromium, PageOptions options) {
        this.arena = arena;
        this.browser = chromium.browser();
        this.options = options;
    }

    PageReport run(Machine machine) {
        options.scales().forEach(this::measure);
        return new PageReport(options.turns(), machine, looks);
    }

    private void measure(Society society, Scale scale) {
        Instant now = Instant.now();
        Simulation simulation = new Simulation(PageOptions.SEED, scale, society, now);
        new Filling(arena.client(), arena.addresses(), new Screen(System.err, false), List.of(simulation)).history(now);
        for (int turn = 1; turn <= options.turns(); turn++) {
            System.err.printf("%d groups, turn %d of %d%n", scale.groups(), turn, options.turns());
            Views.OF_COMMUNITY.forEach(view -> looks.add(look(scale.groups(), society.id(), view)));
        }
    }

    private Look look(int groups, String community, String view) {
        try (BrowserContext context = browser.newContext()) {
            context.addCookies(List.of(new Cookie("hearth-session", arena.token())
                    .setUrl(arena.page("/").toString())
                    .setHttpOnly(true)
                    .setSameSite(SameSiteAttribute.STRICT)));
            context.addInitScript(WATCH);
            context.setDefaultTimeout(PATIENCE_MILLIS);
            Page page = context.newPage();
            page.navigate(arena.page("/c/" + community + "/" + view).toString());
            // Asked again and again from outside: the page's policy forbids what Playwright would do for it.
            Await.until(view + " to be usable", () -> number(page, USABLE) > 0);
            double usable = number(page, USABLE);
            double script = update(context, page, community);
            return new Look(groups, view, usable, script, number(page, "window.hearthLongest"));
        }
    }

    private double update(BrowserContext context, Page page, String community) {
        CDPSession session = context.newCDPSession(page);
        var _ = session.send("Performance.enable");
        page.waitForTimeout(REST_MILLIS);
        double before = scriptSeconds(session);
        var _ = page.waitForResponse(
                answer -> URI.create(answer.url()).getPath().startsWith("/communities/"),
                () -> arena.post(community, "page-" + posted++));
        page.waitForTimeout(SETTLING_MILLIS);
        return (scriptSeconds(session) - before) * MILLIS;
    }

    private static double scriptSeconds(CDPSession session) {
        JsonObject answer = session.send("Performance.getMetrics");
        for (JsonElement metric : answer.getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("ScriptDuration")) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("the browser does not tell how long scripts took");
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }
}
