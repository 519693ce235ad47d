import { type FormEvent, useCallback } from "react";
import { type Loaded, useAnswer } from "../api";
import { useCommunity } from "../community";
import { Big, Card } from "../parts/card";
import { Chart, type Ink } from "../parts/chart";
import { Moved } from "../parts/moved";
import { DataTable } from "../parts/table";
import { go, linkTo } from "../route";
import { type AsOf, pathOf, shift, useCompared } from "../span";
import { type Key, useWords, type Words } from "../words";
import { Balances, Statement } from "./points";
import type { Risk } from "./today";

interface Rank {
  rank: number | null;
  score: number;
  members: number;
  asOf: AsOf;
}

interface Streak {
  current?: { days: number };
  longest?: { days: number };
  activeDays: number;
  asOf: AsOf;
}

interface Past {
  days: { day: string; events: number }[];
  items: { kind: string; group?: string; at: string; value?: number }[];
  asOf: AsOf;
}

/** One member, or the way to one. */
export function Members() {
  const { route } = useCommunity();
  return route.item ? <Member key={route.item} id={route.item} /> : <Finder />;
}

function Finder() {
  const words = useWords();
  const { route } = useCommunity();
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem("member") as HTMLInputElement;
    if (field.value.trim()) go(linkTo(route, "members", field.value.trim()));
  };
  return (
    <form className="card bar" role="search" onSubmit={find}>
      <label>
        <span>{words.t("who.find")}</span>
        <input name="member" autoComplete="off" required maxLength={128} />
      </label>
      <button type="submit" className="main">
        {words.t("who.open")}
      </button>
    </form>
  );
}

function Member({ id }: { id: string }) {
  const words = useWords();
  const { community, group } = useCommunity();
  const own = `members/${encodeURIComponent(id)}`;
  const rank = useCompared<Rank>(`${own}/rank`, { by: "EVENTS", group });
  const streakPath = pathOf(community, `${own}/streak`, { group });
  const streak = useAnswer<Streak>(streakPath);
  const pastPath = pathOf(community, `${own}/activity`);
  const past = useAnswer<Past>(pastPath);
  const riskPath = pathOf(community, `${own}/churn-risk`);
  const risk = useAnswer<Risk & { asOf: AsOf }>(riskPath);
  return (
    <>
      <Finder />
      <h2 className="who">{words.t("member.title", { id })}</h2>
      <div className="cards">
        <Card third title={words.t("member.rank")} what={words.t("leaders.what")} csv={rank.path} loaded={rank.now} asOf={data => data.asOf} isEmpty={data => data.rank === null}>
          {data => (
            <Big
              value={`${words.number(data.rank ?? 0)} / ${words.number(data.members)}`}
              note={words.t("member.score", { n: words.number(data.score) })}
            >
              <Moved now={data.score} before={rank.before?.score} />
            </Big>
          )}
        </Card>
        <Card third title={words.t("member.streak")} what={words.t("member.calendarWhat")} csv={streakPath} loaded={streak} asOf={data => data.asOf}>
          {data => (
            <Big
              value={words.t("member.days", { n: words.number(data.current?.days ?? 0) })}
              note={words.t("member.longest", { n: words.number(data.longest?.days ?? 0) })}
            />
          )}
        </Card>
        <Card third title={words.t("member.risk")} what={words.t("member.riskWhat")} csv={riskPath} loaded={risk} asOf={data => data.asOf}>
          {data => (
            <>
              <Big value={words.number(data.risk, 2)} note={words.t(`band.${data.band}`)} />
              <ul className="plain">
                {data.reasons
                  .filter(reason => reason.part > 0)
                  .map(reason => (
                    <li key={reason.sign}>{words.t(`sign.${reason.sign}` as Key)}</li>
                  ))}
              </ul>
            </>
          )}
        </Card>
        <Balances member={id} />
        <Calendar member={id} past={past} />
        <Statement member={id} />
        <Timeline path={pastPath} past={past} />
      </div>
    </>
  );
}

function Calendar({ member, past }: { member: string; past: Loaded<Past> }) {
  const words = useWords();
  const { community, to } = useCommunity();
  const draw = useCallback((ink: Ink) => (past.state === "ready" ? year(ink, past.data, to, words) : {}), [past, to, words]);
  return (
    <Card
      title={words.t("member.calendar")}
      what={words.t("member.calendarWhat")}
      csv={pathOf(community, `members/${encodeURIComponent(member)}/participation`, { from: shift(to, -364), to })}
      loaded={past}
      asOf={data => data.asOf}
      isEmpty={data => data.days.length === 0}
      wide
      table={data => ({
        columns: [
          { head: words.t("figure.day"), cell: (row: Past["days"][number]) => words.day(row.day) },
          { head: words.t("overview.events"), cell: (row: Past["days"][number]) => words.number(row.events), number: true },
        ],
        rows: data.days.toReversed(),
      })}
    >
      {() => <Chart draw={draw} label={words.t("member.calendar")} height={150} atLeast={680} latest />}
    </Card>
  );
}

function year(ink: Ink, past: Past, to: string, words: Words) {
  const locale = words.language === "zh" ? "zh-CN" : "en-GB";
  const name = (options: Intl.DateTimeFormatOptions, count: number, at: (index: number) => Date) =>
    Array.from({ length: count }, (_, index) => new Intl.DateTimeFormat(locale, options).format(at(index)));
  return {
    tooltip: {
      trigger: "item",
      formatter: (cell: { value: [string, number] }) => `${words.day(cell.value[0])}: ${words.number(cell.value[1])}`,
    },
    visualMap: {
      show: false,
      min: 0,
      max: Math.max(5, ...past.days.map(day => day.events)),
      inRange: { color: ink.ramp.slice(1) },
    },
    calendar: {
      range: [shift(to, -364), to],
      left: 40,
      right: 8,
      top: 24,
      bottom: 4,
      cellSize: ["auto", 16],
      splitLine: { show: false },
      itemStyle: { color: ink.ramp[0], borderColor: ink.surface, borderWidth: 2 },
      yearLabel: { show: false },
      monthLabel: { color: ink.quiet, nameMap: name({ month: "short" }, 12, month => new Date(2026, month, 1)) },
      dayLabel: {
        color: ink.quiet,
        firstDay: 1,
        nameMap: name({ weekday: "narrow" }, 7, weekday => new Date(2026, 1, 1 + weekday)),
      },
    },
    series: [{ type: "heatmap", coordinateSystem: "calendar", data: past.days.map(day => [day.day, day.events]) }],
  };
}

function Timeline({ path, past }: { path: string; past: Loaded<Past> }) {
  const words = useWords();
  const { groupName } = useCommunity();
  return (
    <Card
      title={words.t("member.timeline")}
      what={words.t("member.timelineWhat")}
      csv={path}
      loaded={past}
      asOf={data => data.asOf}
      isEmpty={data => data.items.length === 0}
      wide
    >
      {data => (
        <DataTable
          caption={words.t("member.timeline")}
          columns={[
            { head: words.t("figure.when"), cell: row => <time dateTime={row.at}>{words.moment(row.at)}</time> },
            { head: words.t("figure.kind"), cell: row => row.kind },
            { head: words.t("app.group"), cell: row => (row.group ? groupName(row.group) : "") },
            { head: words.t("figure.value"), cell: row => (row.value === undefined ? "" : words.number(row.value)), number: true },
          ]}
          rows={data.items}
        />
      )}
    </Card>
  );
}
