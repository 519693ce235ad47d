package dev.hearth.acceptance.suite;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.hearth.acceptance.browser.Chromium;
import dev.hearth.acceptance.browser.Views;
import dev.hearth.acceptance.demo.Filling;
import dev.hearth.acceptance.replay.Screen;
import dev.hearth.acceptance.simulation.Scale;
import dev.hearth.acceptance.simulation.Simulation;
import dev.hearth.local.TokenRequest;
import dev.hearth.local.stack.Part;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboard as its users have it: in a browser, in both languages and themes, large and small, full and empty. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {
    private static final List<String> VIEWS = Stream.concat(
                    Views.OF_COMMUNITY.stream(), Stream.of("journal", "members/%s"))
            .toList();
    private static final String EMPTY = "empty-room";
    private static final String HOSTILE = "hostile-names";
    private static final String ZONE = "Europe/Berlin";
    private static final Pattern MEMBERS = Pattern.compile("Members\\s*:");
    private static final String ATTACK = "<img src=x onerror=\"document.title='taken'\">";
    private final RunningSuite suite = RunningSuite.shared();
    /** The second of two, so that no other test's community is this one. */
    private final Simulation simulation =
            Simulation.all(20261124, new Scale(2, 12, 400, 40), Instant.now()).getLast();

    private final String community = simulation.society().id();
    private final List<String> faults = new ArrayList<>();
    private String somebody = "";
    private String token = "";
    private Chromium chromium;

    @BeforeAll
    void fill() {
        token = suite.stack().token(TokenRequest.forEverything());
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new Filling(suite.client(), suite.addresses(), new Screen(nowhere, false), List.of(simulation.twin()))
                .history(Instant.now());
        put("/communities/" + EMPTY, "An empty room");
        put("/communities/" + HOSTILE, ATTACK);
        put("/communities/" + HOSTILE + "/groups/g", ATTACK);
        fund(HOSTILE, ATTACK);
        setGoalOutOfReach();
        somebody =
                get("/leaderboards?by=EVENTS&limit=1").at("/items/0/memberId").asText();
        chromium = new Chromium(RunningSuite.checkout());
        // Machines are loaded at times; what is waited for comes or does not.
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    }

    @AfterAll
    void leave() {
        chromium.close();
    }

    record Look(String language, ColorScheme theme, boolean phone, boolean empty) {
        @Override
        public String toString() {
            return (language + "-" + theme + "-" + (phone ? "phone" : "desktop") + (empty ? "-empty" : ""))
                    .toLowerCase(Locale.ROOT);
        }
    }

    static Stream<Look> looks() {
        Stream<Look> full = Stream.of("en", "zh")
                .flatMap(language -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                        .flatMap(
                                theme -> Stream.of(false, true).map(phone -> new Look(language, theme, phone, false))));
        return Stream.concat(
                full,
                Stream.of(
                        new Look("en", ColorScheme.LIGHT, false, true), new Look("zh", ColorScheme.DARK, true, true)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyViewIsWholeAndAccessible(Look look) {
        try (BrowserContext context = context(look)) {
            Page page = signedIn(context);
            for (String view : VIEWS) {
                String named = view.formatted(somebody);
                // A member of an empty community is nobody, which is no fault of the page.
                if (look.empty() && view.startsWith("members")) {
                    continue;
                }
                open(page, (look.empty() ? EMPTY : community) + "/" + named);
                assertThat(page.locator(".failed")).hasCount(0);
                assertThat(page.locator("html"))
                        .hasAttribute("lang", look.language().equals("zh") ? "zh-CN" : "en");
                assertThat(overflow(page))
                        .as("%s is no wider than the screen", named)
                        .isLessThanOrEqualTo(1);
                assertThat(seriousFindings(page)).as(named + " in " + look).isEmpty();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots", look + "-" + view.replace("/%s", "") + ".png"))
                        .setFullPage(true));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whoeverHasNoTokenSignsInAndIsThenWhereTheyWantedToBe() {
        try (BrowserContext context = context(new Look("en", ColorScheme.LIGHT, false, false))) {
            Page page = context.newPage();
            String wanted = "/c/" + community + "/groups?sort=VALUE";
            page.navigate(url(wanted));
            page.getByLabel("Token").fill("not-a-token");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("was not accepted");
            signIn(page);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Groups");
            assertThat(page.url()).endsWith(wanted);

            // The session ends: the next question asks for a token, and goes on where it was.
            context.clearCookies();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Steadiness"))
                    .click();
            assertThat(page.getByText("Your session has ended")).isVisible();
            signIn(page);
            assertThat(page.locator(".card").first()).isVisible();
            assertThat(page.url()).contains("sort=STEADINESS");
            assertThat((String)
                            page.evaluate("JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage}])"))
                    .doesNotContain(token.substring(0, 20));
            assertThat(page.url()).doesNotContain(token.substring(0, 20));
        }
    }

    @Test
    void figuresOnThePageAreThoseOfTheApi() {
        try (BrowserContext context = context(new Look("en", ColorScheme.LIGHT, false, false))) {
            Page page = signedIn(context);
            open(page, community + "/leaders");
            JsonNode board = get("/leaderboards?by=EVENTS&limit=100&" + lastDays(28));
            for (int place = 0; place < 10; place++) {
                Locator cells = page.locator(".card")
                        .first()
                        .locator("tbody tr")
                        .nth(place)
                        .locator("td");
                assertThat(cells.nth(1))
                        .hasText(board.at("/items/" + place + "/memberId").asText());
                assertThat(number(cells.nth(2)))
                        .isEqualTo(board.at("/items/" + place + "/score").asLong());
            }
            open(page, community + "/overview");
            JsonNode month = get("/active-members?period=ROLLING_30_DAYS&from=" + to() + "&to=" + to());
            assertThat(number(card(page, "Active in 30 days").locator(".big strong")))
                    .isEqualTo(month.at("/items/0/activeMembers").asLong());
            JsonNode events = get("/event-counts?period=DAY&" + lastDays(28));
            long total = 0;
            for (JsonNode day : events.path("items")) {
                total += day.path("events").asLong();
            }
            assertThat(number(card(page, "Events").locator(".big strong"))).isEqualTo(total);
            open(page, community + "/growth?period=MONTH");
            JsonNode sales = get("/sales?period=MONTH&" + lastDays(28)).path("items");
            for (String title : List.of("Buyers", "Where members came from", "Satisfaction")) {
                card(page, title)
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show as table"))
                        .click();
            }
            Locator months = card(page, "Buyers").locator("tbody tr");
            assertThat(months).hasCount(sales.size());
            for (int place = 0; place < sales.size(); place++) {
                Locator cells = months.nth(place).locator("td");
                assertThat(number(cells.nth(1)))
                        .isEqualTo(sales.path(place).path("buyers").asLong());
                assertThat(number(cells.nth(6)))
                        .isEqualTo(sales.path(place).path("net").asLong());
            }
            JsonNode channels = get("/acquisition?" + lastDays(28)).path("items");
            assertThat(channels).isNotEmpty();
            for (int place = 0; place < channels.size(); place++) {
                Locator cells = card(page, "Where members came from")
                        .locator("tbody tr")
                        .nth(place)
                        .locator("td");
                assertThat(cells.nth(0))
                        .hasText(channels.path(place).path("channel").asText());
                assertThat(number(cells.nth(1)))
                        .isEqualTo(channels.path(place).path("joined").asLong());
            }
            JsonNode answers = get("/satisfaction?period=MONTH&askedKind=survey.sent&" + lastDays(28))
                    .path("items")
                    .valueStream()
                    .filter(each -> each.path("asked").asLong() > 0)
                    .findFirst()
                    .orElseThrow();
            assertThat(number(card(page, "Satisfaction")
                            .locator("tbody tr")
                            .first()
                            .locator("td")
                            .nth(2)))
                    .isEqualTo(answers.path("responses").asLong());
            open(page, community + "/incentives");
            assertThat(number(card(page, "Outstanding").locator(".big strong"))).isEqualTo(outstanding());
            open(page, community + "/goals");
            JsonNode goals = get("/goals");
            assertThat(goals.path("items").size()).isEqualTo(3);
            assertThat(page.locator(".goals li")).hasCount(goals.path("items").size());
            assertThat(page.locator(".goals li").first())
                    .containsText("%,d of ".formatted(goals.at("/items/0/value").asLong()));
            open(page, community + "/groups");
            JsonNode fleet = get("/groups/health?limit=60");
            assertThat(page.locator(".group")).hasCount(fleet.path("items").size());
            assertThat(page.getByText(fleet.path("groups").asText() + " groups, "))
                    .isVisible();
        }
    }

    @Test
    void pointsTheirWhyAndBudgetsAreThoseOfIncentiveService() {
        try (BrowserContext context = context(new Look("en", ColorScheme.LIGHT, false, false))) {
            Page page = signedIn(context);
            open(page, community + "/incentives");
            JsonNode budgets = alike("/budgets?status=ACTIVE&limit=100").path("items");
            assertThat(budgets).isNotEmpty();
            Locator lines = card(page, "Budgets of campaigns").locator(".budgets li");
            assertThat(lines).hasCount(budgets.size());
            for (int place = 0; place < budgets.size(); place++) {
                JsonNode budget = budgets.path(place).path("budget");
                assertThat(lines.nth(place))
                        .containsText(budgets.path(place).path("name").asText());
                assertThat(lines.nth(place))
                        .containsText("%,d of %,d %s paid out"
                                .formatted(
                                        budget.path("drawn").asLong(),
                                        budget.path("funded").asLong(),
                                        budget.path("currency").asText()));
                assertThat(lines.nth(place))
                        .containsText("%,d left".formatted(budget.path("left").asLong()));
            }

            open(page, community + "/members/" + somebody);
            JsonNode balances = alike("/members/" + somebody + "/balances?limit=200");
            assertThat(number(card(page, "Points").locator(".big strong").first()))
                    .isEqualTo(balances.at("/items/0/points").asLong());
            assertStatement(page, alike("/members/" + somebody + "/entries?limit=25"));
        }
    }

    /** The first page and the next, entry by entry, and why the first that a rule paid is there. */
    private void assertStatement(Page page, JsonNode first) {
        Locator statement = card(page, "Points, and why");
        Locator rows = statement.locator("tbody tr");
        assertThat(first.path("next").isTextual()).as("there is a second page").isTrue();
        assertThat(rows).hasCount(25);
        String wanted = "/members/" + somebody + "/entries?limit=25&cursor="
                + first.path("next").asText();
        JsonNode second = alike(wanted).path("items");
        statement
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show more"))
                .click();
        assertThat(rows).hasCount(25 + second.size());
        int place = 0;
        for (JsonNode entry : Stream.concat(first.path("items").valueStream(), second.valueStream())
                .toList()) {
            Locator cells = rows.nth(place++).locator("td");
            assertThat(number(cells.nth(1).locator("span").first()))
                    .isEqualTo(entry.path("amount").asLong());
            if (entry.has("rule")) {
                assertThat(cells.nth(3))
                        .containsText("rule " + entry.path("rule").asText());
            }
        }
        JsonNode paid = first.path("items")
                .valueStream()
                .filter(entry -> entry.has("rule"))
                .findFirst()
                .orElseThrow();
        Locator told = rows.filter(new Locator.FilterOptions()
                        .setHasText(paid.path("sourceEvent").asText()))
                .first();
        told.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Why?"))
                .click();
        String asked = "/entries/" + paid.path("transaction").asText() + "/why";
        JsonNode why = get(asked);
        assertWithin(why, incentive(asked), asked);
        assertThat(told.locator(".why"))
                .containsText("Rule %s, version %d, pays %d points for "
                        .formatted(
                                paid.path("rule").asText(),
                                paid.path("ruleVersion").asInt(),
                                why.at("/rule/amount").asLong()));
        assertThat(told.locator(".why"))
                .containsText("event " + paid.path("sourceEvent").asText() + ": "
                        + why.at("/event/data/kind").asText());
    }

    @Test
    void whileIncentiveServiceIsAwayItsCardsSaySoAndAllOthersLive() {
        try (BrowserContext context = context(new Look("en", ColorScheme.LIGHT, false, false))) {
            Page shown = signedIn(context);
            open(shown, community + "/incentives");
            Page member = context.newPage();
            suite.stack().server(Part.INCENTIVE).kill();
            try {
                assertMissing(shown, member);
                assertThat(new Client(token)
                                .get(suite.analytics("/q/health/ready"))
                                .statusCode())
                        .isEqualTo(200);
            } finally {
                suite.stack().server(Part.INCENTIVE).restart();
            }
            card(member, "Points, and why")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
                    .click();
            assertThat(card(member, "Points, and why").locator("tbody tr")).hasCount(25);
            card(member, "Points")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
                    .click();
            assertThat(card(member, "Points").locator(".big strong").first()).isVisible();
            assertThat(member.locator(".failed")).hasCount(0);
            card(shown, "Budgets of campaigns")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
                    .click();
            assertThat(shown.locator(".stale")).hasCount(0);
        }
        assertThat(faults).isEmpty();
    }

    private void assertMissing(Page shown, Page member) {
        // What is asked for now is told to be missing.
        open(member, community + "/members/" + somebody);
        assertThat(card(member, "Points").locator(".failed")).containsText("incentive-service does not answer.");
        assertThat(card(member, "Points, and why").locator(".failed"))
                .containsText("incentive-service does not answer.");
        assertThat(member.locator(".failed")).hasCount(2);
        assertThat(card(member, "Timeline").locator("tbody tr")).not().hasCount(0);
        assertThat(card(member, "Days active").locator("canvas")).isVisible();
        // What is shown already stays, and says that it is late once there is something new; no rule pays for a visit.
        var _ = suite.client()
                .post(
                        suite.engagement("/communities/" + community + "/events"),
                        JsonNodeFactory.instance
                                .objectNode()
                                .set(
                                        "events",
                                        JsonNodeFactory.instance
                                                .arrayNode()
                                                .add(JsonNodeFactory.instance
                                                        .objectNode()
                                                        .put("id", "while-away")
                                                        .put("kind", "app.visited")
                                                        .put("memberId", somebody)
                                                        .put(
                                                                "occurredAt",
                                                                Instant.now().toString()))))
                .orFail("POST an event");
        Locator budgets = card(shown, "Budgets of campaigns");
        assertThat(budgets.locator(".stale")).containsText("incentive-service does not answer.");
        assertThat(budgets.locator(".budgets li")).not().hasCount(0);
        assertThat(shown.locator(".stale")).hasCount(1);
        assertThat(card(shown, "Outstanding").locator(".big strong")).isVisible();
        assertThat(shown.locator(".failed")).hasCount(0);
    }

    @Test
    void whatIsLookedAtStandsBesideItsBaselineInEveryViewOfAPeriod() {
        try (BrowserContext context = context(new Look("en", ColorScheme.LIGHT, false, false))) {
            Page page = signedIn(context);
            for (String view :
                    List.of("overview", "retention", "growth", "leaders", "influence", "incentives", "groups")) {
                open(page, community + "/" + view);
                assertThat(page.locator(".moved")).hasCount(0);
                page.getByLabel("Compare").check();
                assertThat(page.locator(".moved").first()).isVisible();
            }
            open(page, community + "/funnel?compare=1");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show as table"))
                    .click();
            assertThat(page.locator(".moved")).not().hasCount(0);

            JsonNode window = named("baseline-week");
            open(page, community + "/overview?compare=1&w=named:baseline-week");
            assertThat(card(page, "Events").locator(".big strong")).hasText("%,d".formatted(events(window)));
            assertThat(card(page, "Events").locator(".moved"))
                    .containsText("was %,d".formatted(events(window.path("baselineDays"))));
        }
    }

    /** A week that is over, beside another one than the one before. */
    private JsonNode named(String id) {
        LocalDate to = LocalDate.parse(to()).minusDays(2);
        ObjectNode window = JsonNodeFactory.instance
                .objectNode()
                .put("name", "A week")
                .put("from", to.minusDays(6).toString())
                .put("to", to.toString());
        window.putObject("baseline")
                .put("of", "DAYS")
                .put("from", to.minusDays(20).toString())
                .put("to", to.minusDays(14).toString());
        URI address = suite.analytics("/communities/" + community + "/windows/" + id);
        return suite.client().put(address, window).orFail("PUT " + address).body();
    }

    private long events(JsonNode days) {
        long total = 0;
        JsonNode counted = get("/event-counts?period=DAY&from="
                + days.path("from").asText() + "&to=" + days.path("to").asText());
        for (JsonNode day : counted.path("items")) {
            total += day.path("events").asLong();
        }
        return total;
    }

    @Test
    void aFigureOpensItsDefinitionItsMembersAndItsData() {
        try (BrowserContext context = context(new Look("en", ColorScheme.LIGHT, false, false))) {
            Page page = signedIn(context);
            open(page, community + "/overview");
            Locator card = card(page, "Active in 30 days");
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("What is this?"))
                    .click();
            assertThat(card.locator(".what")).containsText("30 days");
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Members"))
                    .click();
            assertThat(page.locator("dialog li")).not().hasCount(0);
            assertThat(page.url()).contains("who=");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close"))
                    .click();
            assertThat(page.locator("dialog")).hasCount(0);
            String csv = card.getByRole(AriaRole.LINK).getAttribute("href");
            assertThat(page.request().get(url(csv)).text()).startsWith("period,");
        }
    }

    /** Cards of money, of groups and goals, and of retention, which tells its members by each of its fields. */
    private static final Set<String> NO_LIST = Set.of(
            "Budgets of campaigns",
            "Retention",
            "Revenue, cost and return",
            "Groups out of their band",
            "Groups without an operator",
            "Goals behind",
            "Goals",
            "Alerts",
            "Journal");

    @Test
    void everyFigureOffersItsMembersAndItsData() {
        try (BrowserContext context = context(new Look("en", ColorScheme.LIGHT, false, false))) {
            Page page = signedIn(context);
            List<String> missing = new ArrayList<>();
            for (String view : VIEWS) {
                open(page, community + "/" + view.formatted(somebody));
                for (Locator card :
                        page.locator(".card:not(:has(form)):has(h2)").all()) {
                    String title = view + ", " + card.locator("h2").innerText();
                    Locator data = card.locator("a[download]");
                    if (data.count() == 0 || !isCsv(page, data.getAttribute("href"))) {
                        missing.add(title + ": data");
                    }
                    boolean ofMembers = !view.startsWith("members")
                            && !NO_LIST.contains(card.locator("h2").innerText());
                    if (ofMembers
                            && card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(MEMBERS))
                                            .count()
                                    == 0) {
                        missing.add(title + ": members");
                    }
                }
            }
            assertThat(missing).isEmpty();
        }
    }

    private boolean isCsv(Page page, String link) {
        return page.request()
                .get(url(link))
                .headers()
                .getOrDefault("content-type", "")
                .startsWith("text/csv");
    }

    @Test
    void everyListOfMembersOpens() {
        try (BrowserContext context = context(new Look("en", ColorScheme.LIGHT, false, false))) {
            Page page = signedIn(context);
            for (String view : List.of("today", "groups", "leaders", "influence", "goals")) {
                open(page, community + "/" + view);
                Locator lists = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(MEMBERS));
                for (int i = 0; i < Math.min(6, lists.count()); i++) {
                    lists.nth(i).click();
                    assertThat(page.locator("dialog .small")).containsText("member");
                    assertThat(page.locator("dialog .failed")).hasCount(0);
                    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close"))
                            .click();
                    assertThat(page.locator("dialog")).hasCount(0);
                }
            }
        }
    }

    @Test
    void everyChoiceHasAnAnswer() {
        try (BrowserContext context = context(new Look("en", ColorScheme.LIGHT, false, false))) {
            Page page = signedIn(context);
            for (String view : VIEWS) {
                open(page, community + "/" + view.formatted(somebody));
                Locator choices = page.locator("main .choice button");
                for (int i = 0; i < choices.count(); i++) {
                    String choice = view + ": " + choices.nth(i).innerText();
                    choices.nth(i).click();
                    // What is asked for is being loaded once it is drawn.
                    page.evaluate(
                            "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
                    assertThat(page.locator(".skeleton")).hasCount(0);
                    assertThat(page.locator(".failed").allInnerTexts())
                            .as(choice)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void everyViewHasAnAnswerForAGroupAndAnyWindow() {
        try (BrowserContext context = context(new Look("en", ColorScheme.LIGHT, false, false))) {
            Page page = signedIn(context);
            String group = get("/groups/health?limit=1").at("/items/0/group").asText();
            String month = LocalDate.parse(to()).minusDays(40) + ".."
                    + LocalDate.parse(to()).minusDays(10);
            for (String view : VIEWS) {
                for (String chosen :
                        List.of("group=" + group, "w=84", "w=1", "w=" + month, "group=" + group + "&compare=1&w=14")) {
                    String address = view.formatted(somebody) + "?" + chosen;
                    open(page, community + "/" + address);
                    assertThat(page.locator(".failed").allInnerTexts())
                            .as(address)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void namesAreNeverRun() {
        try (BrowserContext context = context(new Look("en", ColorScheme.LIGHT, false, false))) {
            Page page = signedIn(context);
            for (String view :
                    List.of("today", "groups", "overview?group=g", "members/%3Cimg%20src%3Dx%20onerror%3D1%3E")) {
                open(page, HOSTILE + "/" + view);
                assertThat(page.title()).doesNotContain("taken\n").endsWith("Hearth");
                assertThat(page.locator("main img")).hasCount(0);
            }
            open(page, HOSTILE + "/groups");
            assertThat(page.locator(".group").first()).containsText(ATTACK);
            open(page, HOSTILE + "/incentives");
            assertThat(page.locator(".budgets li").first()).containsText(ATTACK);
            open(page, HOSTILE + "/today");
            assertThat(page.locator(".alerts li").first()).containsText(ATTACK);
            assertThat(page.locator(".alerts li").first()).containsText("behind");
            assertThat(page.locator("main img")).hasCount(0);
        }
    }

    @Test
    void thePageIsSmallAndNamesNoOtherOrigin() {
        try (BrowserContext context = context(new Look("en", ColorScheme.LIGHT, false, false))) {
            List<String> asked = new ArrayList<>();
            List<String> scripts = new ArrayList<>();
            context.onRequest(request -> asked.add(request.url()));
            Page page = signedIn(context);
            open(page, community + "/overview");
            assertThat(asked).allMatch(each -> each.startsWith(url("/")) || each.startsWith("data:"));
            asked.stream().filter(each -> each.contains("/static/")).distinct().forEach(scripts::add);
            long compressed =
                    scripts.stream().mapToLong(each -> compressed(page, each)).sum();
            assertThat(scripts).isNotEmpty();
            assertThat(compressed).as("bytes sent for scripts and styles").isBetween(1L, 500L * 1024);
        }
    }

    /** As many bytes as the server sends to who takes gzip. */
    private static long compressed(Page page, String address) {
        Object bytes = page.evaluate("""
                async address => {
                  const answer = await fetch(address, { cache: "reload" });
                  const packed = new Response(answer.body.pipeThrough(new CompressionStream("gzip")));
                  return (await packed.arrayBuffer()).byteLength;
                }""", address);
        return ((Number) bytes).longValue();
    }

    private BrowserContext context(Look look) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(look.language().equals("zh") ? "zh-CN" : "en-GB")
                        .setColorScheme(look.theme())
                        .setViewportSize(look.phone() ? 390 : 1280, look.phone() ? 844 : 900));
        context.setDefaultTimeout(60_000);
        context.onWebError(error -> faults.add(error.error()));
        context.onConsoleMessage(message -> {
            // A request that is refused, as the first one without a session is, tells so itself.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                faults.add(message.text());
            }
        });
        return context;
    }

    private Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(url("/"));
        signIn(page);
        return page;
    }

    private void signIn(Page page) {
        page.locator("#token").fill(token);
        page.locator("form button[type=submit]").click();
        assertThat(page.locator(".frame")).isVisible();
    }

    /** Opens a view, and waits until no card is loading any more. */
    private void open(Page page, String view) {
        page.navigate(url("/c/" + view));
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".skeleton")).hasCount(0);
    }

    private static int overflow(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private static List<String> seriousFindings(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(DashboardIT::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    private static Locator card(Page page, String title) {
        return page.locator(".card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(title).setExact(true))));
    }

    private static long number(Locator place) {
        return Long.parseLong(place.innerText().replaceAll("[^0-9-]", ""));
    }

    private String to() {
        return get("/active-members?period=DAY").path("dataTo").asText();
    }

    private String lastDays(int days) {
        String to = to();
        return "from=" + LocalDate.parse(to).minusDays(days - 1L) + "&to=" + to;
    }

    /** What members hold, as the ledger says. */
    private long outstanding() {
        URI address = suite.incentive("/communities/" + community + "/trial-balance");
        JsonNode books = suite.client().get(address).orFail("GET " + address).body();
        for (JsonNode sum : books.at("/currencies/0/accounts")) {
            if (sum.path("kind").asText().equals("WALLET")) {
                return sum.path("points").asLong();
            }
        }
        throw new AssertionError("no sum of members' points in " + books);
    }

    private JsonNode get(String figure) {
        URI address = suite.analytics("/communities/" + community + figure);
        return suite.client().get(address).orFail("GET " + address).body();
    }

    /** What analytics-service passes on is what incentive-service says. */
    private JsonNode alike(String path) {
        JsonNode passed = get(path);
        assertThat(passed).as(path).isEqualTo(incentive(path));
        return passed;
    }

    private JsonNode incentive(String path) {
        URI address = suite.incentive("/communities/" + community + path);
        return suite.client().get(address).orFail("GET " + address).body();
    }

    /** Every property of the one is in the other, and the same there. */
    private static void assertWithin(JsonNode part, JsonNode whole, String where) {
        assertThat(whole.getNodeType()).as(where).isEqualTo(part.getNodeType());
        if (part.isObject()) {
            part.properties()
                    .forEach(each ->
                            assertWithin(each.getValue(), whole.path(each.getKey()), where + "/" + each.getKey()));
        } else {
            assertThat(part).as(where).isEqualTo(whole);
        }
    }

    /** What is behind from its first day on is told on hearth.signal soon. */
    private void setGoalOutOfReach() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneId.of(ZONE));
        JsonNode goal = JsonNodeFactory.instance
                .objectNode()
                .put("name", ATTACK)
                .put("metric", "EVENTS")
                .put("target", 1_000_000)
                .put("start", today.minusDays(7).toString())
                .put("end", today.plusDays(7).toString());
        URI address = suite.analytics("/communities/" + HOSTILE + "/goals/reach");
        var _ = Eventually.succeeds(() -> suite.client().put(address, goal));
    }

    private void put(String path, String name) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("name", name).put("zone", ZONE);
        var _ = suite.client().put(suite.member(path), body).orFail("PUT " + path);
    }

    /** A campaign of that name, with a budget. */
    private void fund(String where, String name) {
        String base = "/communities/" + where;
        ObjectNode currency = JsonNodeFactory.instance.objectNode().put("name", name);
        // incentive-service hears of a community by its topic.
        var _ = Eventually.succeeds(() -> suite.client().put(suite.incentive(base + "/currencies/points"), currency));
        ObjectNode campaign =
                JsonNodeFactory.instance.objectNode().put("name", name).put("opensAt", "2026-01-01T00:00:00Z");
        var _ = suite.client()
                .put(suite.incentive(base + "/campaigns/c"), campaign)
                .orFail("PUT a campaign");
        ObjectNode funding =
                JsonNodeFactory.instance.objectNode().put("currency", "points").put("points", 10);
        var _ = suite.client()
                .post(suite.incentive(base + "/campaigns/c/fundings"), funding, "dashboard-funding")
                .orFail("POST a funding");
    }

    private String url(String path) {
        return suite.analytics(path).toString();
    }
}
