import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { call, FreshContext, get, onSessionEnd, Problem, useAnswer } from "./api";
import { type Known, PlaceContext } from "./community";
import { type Live, useLive } from "./live";
import { CompareBar, WindowBar } from "./parts/bar";
import { Link } from "./parts/link";
import { MembersPanel } from "./parts/members";
import { go, linkTo, type Route, useRoute } from "./route";
import { SignIn } from "./signin";
import { daysBefore, type Figures, lastDay, type NamedWindow, pathOf, spanOf, windowOf } from "./span";
import { firstTheme, type Theme, ThemeContext } from "./theme";
import { TIMELESS, VIEWS } from "./views";
import { firstLanguage, type Key, type Language, useWords, WordsContext, wordsIn } from "./words";

export interface Session {
  subject: string;
  scopes: string[];
  expiresAt: string;
  communities: Known[];
}

type Entry = { state: "asking" } | { state: "out"; ended: boolean } | { state: "in"; session: Session } | { state: "away" };

export function App() {
  const [language, speak] = useState<Language>(firstLanguage);
  const [theme, setTheme] = useState<Theme>(firstTheme);
  const shown = useShownTheme(theme);
  const words = useMemo(() => wordsIn(language), [language]);
  const [entry, enter] = useState<Entry>({ state: "asking" });
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    localStorage.setItem("hearth-language", language);
  }, [language]);
  const ask = useCallback(() => {
    get<Session>("/session").then(
      session => enter({ state: "in", session }),
      fault => enter(fault instanceof Problem && fault.status === 401 ? { state: "out", ended: false } : { state: "away" }),
    );
  }, []);
  useEffect(() => {
    onSessionEnd(() => enter(before => (before.state === "in" ? { state: "out", ended: true } : before)));
    ask();
  }, [ask]);
  const pickTheme = (picked: Theme) => {
    localStorage.setItem("hearth-theme", picked);
    setTheme(picked);
  };
  return (
    <WordsContext.Provider value={words}>
      <ThemeContext.Provider value={shown}>
        {entry.state === "out" && <SignIn ended={entry.ended} done={session => enter({ state: "in", session })} />}
        {entry.state === "away" && (
          <main className="alone">
            <div className="failed" role="alert">
              <p>{words.t("card.failed")}</p>
              <button type="button" onClick={ask}>
                {words.t("card.retry")}
              </button>
            </div>
          </main>
        )}
        {entry.state === "in" && (
          <Frame
            session={entry.session}
            tools={
              <Tools
                theme={theme}
                setTheme={pickTheme}
                speak={() => speak(language === "en" ? "zh" : "en")}
                leave={() => void call("DELETE", "/session").finally(() => enter({ state: "out", ended: false }))}
              />
            }
          />
        )}
      </ThemeContext.Provider>
    </WordsContext.Provider>
  );
}

function useShownTheme(theme: Theme): string {
  const dark = useMemo(() => matchMedia("(prefers-color-scheme: dark)"), []);
  const [system, setSystem] = useState(dark.matches);
  useEffect(() => {
    const changed = () => setSystem(dark.matches);
    dark.addEventListener("change", changed);
    return () => dark.removeEventListener("change", changed);
  }, [dark]);
  const shown = theme === "system" ? (system ? "dark" : "light") : theme;
  // Before anything is drawn: charts read their colours from the page.
  document.documentElement.dataset.theme = shown;
  return shown;
}

function Tools({ theme, setTheme, speak, leave }: { theme: Theme; setTheme: (theme: Theme) => void; speak: () => void; leave: () => void }) {
  const words = useWords();
  return (
    <div className="tools">
      <button type="button" className="quiet" onClick={speak} lang={words.language === "en" ? "zh-CN" : "en"}>
        {words.t("app.language")}
      </button>
      <label>
        <span className="unseen">{words.t("app.theme")}</span>
        <select value={theme} onChange={event => setTheme(event.target.value as Theme)}>
          <option value="system">{words.t("app.themeSystem")}</option>
          <option value="light">{words.t("app.themeLight")}</option>
          <option value="dark">{words.t("app.themeDark")}</option>
        </select>
      </label>
      <button type="button" className="quiet" onClick={leave}>
        {words.t("app.signOut")}
      </button>
    </div>
  );
}

function Frame({ session, tools }: { session: Session; tools: ReactNode }) {
  const words = useWords();
  const route = useRoute();
  const known = session.communities.find(each => each.community === route.community);
  useEffect(() => {
    if (!route.community && session.communities.length > 0) {
      go(`/c/${encodeURIComponent(session.communities[0].community)}/today`, true);
    }
  }, [route.community, session.communities]);
  const live = useLive(known?.community ?? null);
  useEffect(() => {
    document.title = [words.maybe(`nav.${route.view}`, ""), known?.name, "Hearth"].filter(Boolean).join(" · ");
  }, [route.view, known, words]);
  return (
    <FreshContext.Provider value={live.fresh}>
      <a className="skip" href="#content">
        {words.t("app.skip")}
      </a>
      <div className="frame">
        <header className="top">
          <Link to={known ? linkTo(route, "today") : "/"} className="mark">
            <img src="/hearth-mark.svg" alt="" width="28" height="28" />
            <span>Hearth</span>
          </Link>
          <label className="community">
            <span className="unseen">{words.t("app.community")}</span>
            <select
              value={known?.community ?? ""}
              onChange={event => go(`/c/${encodeURIComponent(event.target.value)}/${VIEWS[route.view] ? route.view : "today"}`)}
            >
              {!known && <option value="">{words.t("app.community")}</option>}
              {session.communities.map(each => (
                <option key={each.community} value={each.community}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
          {known && <Pulse live={live} />}
          {tools}
        </header>
        {known && <Menu route={route} />}
        <main id="content" tabIndex={-1}>
          {known ? (
            <View key={known.community} route={route} known={known} />
          ) : (
            <div className="empty">
              <p>{words.t("app.noCommunity")}</p>
              <p className="small">{words.t("app.noCommunityHint")}</p>
            </div>
          )}
        </main>
      </div>
    </FreshContext.Provider>
  );
}

function Pulse({ live }: { live: Live }) {
  const words = useWords();
  return (
    <p className={`pulse ${live.connected ? "on" : "off"}`}>
      <span className="dot" aria-hidden="true" />
      {live.connected ? words.t("live.on") : words.t("live.off")}
      {live.connected && live.pulse && (
        <span className="small">{words.t("live.rate", { n: words.number(live.pulse.perSecond) })}</span>
      )}
    </p>
  );
}

const Menu = memo(function Menu({ route }: { route: Route }) {
  const words = useWords();
  const nav = useRef<HTMLElement>(null);
  // On a phone the menu is a row that moves sideways.
  useEffect(() => {
    const row = nav.current;
    const current = row?.querySelector<HTMLElement>("[aria-current]");
    if (row && current) row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
  }, [route.view]);
  return (
    <nav ref={nav} className="menu" aria-label={words.t("app.menu")}>
      <ul>
        {Object.keys(VIEWS).map(view => (
          <li key={view}>
            <Link to={linkTo(route, view)} aria-current={view === route.view ? "page" : undefined}>
              {words.t(`nav.${view}` as Key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
});

/** Not made anew with every pulse: its cards hear of what is fresh by themselves. */
const View = memo(function View({ route, known }: { route: Route; known: Known }) {
  const words = useWords();
  const today = lastDay(known.zone);
  const extent = useAnswer<Figures<unknown>>(pathOf(known.community, "active-members", { period: "DAY", from: today, to: today }));
  const names = useGroupNames(known.community);
  const dataTo = extent.state === "ready" ? extent.data.dataTo : undefined;
  const to = lastDay(known.zone, dataTo);
  const asked = route.query.toString();
  const window = windowOf(route);
  const asking = useAnswer<NamedWindow>(window ? pathOf(known.community, `windows/${encodeURIComponent(window)}`) : null);
  const named = asking.state === "ready" ? asking.data : null;
  const place = useMemo(() => {
    const span = spanOf(route, to, named);
    const earlier = span.of === "named" ? (named?.baselineDays ?? null) : daysBefore(span);
    return {
      route,
      community: known.community,
      name: known.name,
      zone: known.zone,
      span,
      to,
      group: route.query.get("group"),
      compared: route.query.get("compare") === "1" ? earlier : null,
      groups: names,
      groupName: (group: string) => names.get(group) ?? group,
    };
  }, [route, asked, known, to, names, named]);
  if (extent.state === "loading" || (window && asking.state === "loading")) {
    return (
      <div className="skeleton tall" role="status">
        <span className="unseen">{words.t("card.loading")}</span>
      </div>
    );
  }
  const Shown = VIEWS[route.view];
  return (
    <PlaceContext.Provider value={place}>
      <div className="head">
        <h1>{Shown ? words.t(`nav.${route.view}` as Key) : words.t("app.notFound")}</h1>
        {Shown && TIMELESS.get(route.view) === "compare" && <CompareBar />}
        {Shown && !TIMELESS.has(route.view) && <WindowBar />}
      </div>
      {Shown && <Shown />}
      <MembersPanel />
    </PlaceContext.Provider>
  );
});

const MOST_PAGES = 10;

/** What groups are called, as far as pages of names reach; the rest keep their ids. */
function useGroupNames(community: string): Map<string, string> {
  const [names, setNames] = useState<Map<string, string>>(new Map());
  useEffect(() => {
    const leaving = new AbortController();
    const read = async () => {
      const found = new Map<string, string>();
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES && (page === 0 || cursor); page++) {
        const answer = await get<{ items: { group: string; name: string }[]; next?: string }>(
          pathOf(community, "groups", { limit: 200, cursor }),
          leaving.signal,
        );
        answer.items.forEach(each => found.set(each.group, each.name));
        cursor = answer.next;
      }
      setNames(found);
    };
    // Without names the ids are shown.
    read().catch(() => {});
    return () => leaving.abort();
  }, [community]);
  return names;
}
