import { useCallback, useMemo } from "react";
import { mapped, useAnswer } from "../api";
import { useCommunity } from "../community";
import { Big, Card } from "../parts/card";
import { axes, Chart, earlier, type Ink } from "../parts/chart";
import { useMarks } from "../parts/marks";
import { Moved, useMovedColumn } from "../parts/moved";
import { days, type Figures, pathOf, shift, useFigures } from "../span";
import { type Key, useWords } from "../words";

interface Active {
  period: string;
  start: string;
  end: string;
  activeMembers: number;
}

interface Counted {
  period: string;
  start: string;
  events: number;
  kinds: { kind: string; events: number }[];
}

interface Stickiness {
  period: string;
  start: string;
  dailyActive: number;
  activeMembers: number;
}

interface Lifecycle {
  period: string;
  start: string;
  active: number;
  newMembers: number;
  resurrected: number;
  newlyDormant: number;
  windowComplete: boolean;
}

const STATES = ["NEW", "RETURNING", "RESURRECTED", "NEWLY_DORMANT"] as const;

const mean = (values: number[]) => (values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

export function Overview() {
  return (
    <div className="cards">
      <DailyActive />
      <Mau />
      <Sticky />
      <Events />
      <LifecycleWeeks />
      <Kinds />
    </div>
  );
}

/** The members who did anything in the days that are looked at. */
function useActive(): string {
  const { community, span, group } = useCommunity();
  return pathOf(community, "active-members/members", { ...days(span), group });
}

function DailyActive() {
  const words = useWords();
  const { path, now, before } = useFigures<Active>("active-members", { period: "DAY" });
  const moved = useMovedColumn();
  const marks = useMarks();
  const draw = useCallback(
    (ink: Ink) =>
      now.state !== "ready"
        ? {}
        : {
            ...axes(ink, now.data.items.map(item => item.start)),
            series: [
              {
                name: words.t("overview.active"),
                type: "line",
                smooth: 0.2,
                showSymbol: now.data.items.length < 3,
                areaStyle: { opacity: 0.12 },
                ...marks(ink, now.data.items.map(item => item.start)),
                data: now.data.items.map(item => item.activeMembers),
              },
              ...earlier(ink, "line", words.t("window.before"), before?.map(item => item.activeMembers), { smooth: 0.2 }),
            ],
          },
    [now, before, marks, words],
  );
  return (
    <Card
      title={words.t("overview.dau")}
      what={words.t("overview.activeWhat")}
      csv={path}
      who={useActive()}
      loaded={now}
      asOf={data => data.asOf}
      isEmpty={data => data.items.every(item => item.activeMembers === 0)}
      wide
      table={data => ({
        columns: [
          { head: words.t("figure.day"), cell: (row: Active) => words.day(row.start) },
          { head: words.t("overview.active"), cell: (row: Active) => words.number(row.activeMembers), number: true },
          ...moved(words.t("overview.active"), (row: Active) => ({
            now: row.activeMembers,
            before: before?.[data.items.indexOf(row)]?.activeMembers,
          })),
        ],
        rows: data.items,
      })}
    >
      {data => {
        const daily = mean(data.items.map(item => item.activeMembers));
        return (
          <>
            <Big value={words.number(daily, 1)}>
              <Moved now={daily} before={before && mean(before.map(item => item.activeMembers))} decimals={1} />
            </Big>
            <Chart draw={draw} label={words.t("overview.dau")} />
          </>
        );
      }}
    </Card>
  );
}

function Mau() {
  const words = useWords();
  const { community, span, compared, group } = useCommunity();
  const to = span.to;
  const asked = (day: string) => pathOf(community, "active-members", { period: "ROLLING_30_DAYS", from: day, to: day, group });
  const path = asked(to);
  const now = useAnswer<Figures<Active>>(path);
  const then = useAnswer<Figures<Active>>(compared && asked(compared.to));
  return (
    <Card
      title={words.t("overview.mau")}
      what={words.t("overview.mauWhat")}
      csv={path}
      who={pathOf(community, "active-members/members", { from: shift(to, -29), to, group })}
      loaded={now}
      asOf={data => data.asOf}
      isEmpty={data => !data.items.at(-1)?.activeMembers}
    >
      {data => (
        <Big value={words.number(data.items.at(-1)!.activeMembers)}>
          <Moved
            now={data.items.at(-1)!.activeMembers}
            before={then.state === "ready" ? then.data.items.at(-1)?.activeMembers : null}
          />
        </Big>
      )}
    </Card>
  );
}

/** As it says: the mean of the days' active members, divided by those active in any of them. */
function stickiness(items: Stickiness[]): number | null {
  const month = items.at(-1)?.activeMembers;
  return month ? mean(items.map(item => item.dailyActive)) / month : null;
}

function Sticky() {
  const words = useWords();
  const { community, span, compared, group } = useCommunity();
  const asked = (day: string) => pathOf(community, "stickiness", { period: "DAY", from: shift(day, -29), to: day, group });
  const path = asked(span.to);
  const now = useAnswer<Figures<Stickiness>>(path);
  const then = useAnswer<Figures<Stickiness>>(compared && asked(compared.to));
  return (
    <Card
      title={words.t("overview.stickiness")}
      what={words.t("overview.stickinessWhat")}
      csv={path}
      who={pathOf(community, "active-members/members", { from: shift(span.to, -29), to: span.to, group })}
      loaded={now}
      asOf={data => data.asOf}
      isEmpty={data => stickiness(data.items) === null}
    >
      {data => (
        <Big value={words.percent(stickiness(data.items)!)}>
          <Moved now={stickiness(data.items)} before={then.state === "ready" ? stickiness(then.data.items) : null} unit="share" />
        </Big>
      )}
    </Card>
  );
}

function Events() {
  const words = useWords();
  const { path, now, before } = useFigures<Counted>("event-counts", { period: "DAY" });
  const moved = useMovedColumn();
  const marks = useMarks();
  const draw = useCallback(
    (ink: Ink) =>
      now.state !== "ready"
        ? {}
        : {
            ...axes(ink, now.data.items.map(item => item.start)),
            series: [
              {
                name: words.t("overview.events"),
                type: "bar",
                ...marks(ink, now.data.items.map(item => item.start)),
                data: now.data.items.map(item => item.events),
              },
              ...earlier(ink, "line", words.t("window.before"), before?.map(item => item.events)),
            ],
          },
    [now, before, marks, words],
  );
  return (
    <Card
      title={words.t("overview.events")}
      what={words.t("overview.eventsWhat")}
      csv={path}
      who={useActive()}
      loaded={now}
      asOf={data => data.asOf}
      isEmpty={data => data.items.every(item => item.events === 0)}
      wide
      table={data => ({
        columns: [
          { head: words.t("figure.day"), cell: (row: Counted) => words.day(row.start) },
          { head: words.t("overview.events"), cell: (row: Counted) => words.number(row.events), number: true },
          ...moved(words.t("overview.events"), (row: Counted) => ({
            now: row.events,
            before: before?.[data.items.indexOf(row)]?.events,
          })),
        ],
        rows: data.items,
      })}
    >
      {data => {
        const total = sum(data.items.map(item => item.events));
        return (
          <>
            <Big value={words.number(total)}>
              <Moved now={total} before={before && sum(before.map(item => item.events))} />
            </Big>
            <Chart draw={draw} label={words.t("overview.events")} height={200} />
          </>
        );
      }}
    </Card>
  );
}

const counts = (item: Lifecycle) => [
  item.newMembers,
  item.active - item.newMembers - item.resurrected,
  item.resurrected,
  -item.newlyDormant,
];

function LifecycleWeeks() {
  const words = useWords();
  const { community, span, group, route } = useCommunity();
  const { path, now, before } = useFigures<Lifecycle>("lifecycle", { period: "ISO_WEEK" });
  const moved = useMovedColumn();
  const marks = useMarks();
  const draw = useCallback(
    (ink: Ink) =>
      now.state !== "ready"
        ? {}
        : {
            ...axes(ink, now.data.items.map(item => item.period)),
            series: STATES.map((state, index) => ({
              name: words.t(`lifecycle.${state}` as Key),
              type: "bar",
              stack: "all",
              ...(index === 0 ? marks(ink, now.data.items.map(item => item.period), now.data.items.map(item => item.start)) : {}),
              data: now.data.items.map(item => ({
                value: counts(item)[index],
                // A week that is not over says little yet.
                itemStyle: { opacity: item.windowComplete ? 1 : 0.4 },
              })),
            })),
          },
    [now, marks, words],
  );
  const last = now.state === "ready" ? now.data.items.at(-1) : undefined;
  return (
    <Card
      title={words.t("overview.lifecycle")}
      what={words.t("overview.lifecycleWhat")}
      csv={path}
      who={last && pathOf(community, "lifecycle/members", { window: last.period, state: "ACTIVE", group })}
      loaded={now}
      asOf={data => data.asOf}
      isEmpty={data => data.items.every(item => item.active === 0 && item.newlyDormant === 0)}
      wide
      table={data => ({
        columns: [
          { head: words.t("figure.period"), cell: (row: Lifecycle) => row.period },
          ...STATES.flatMap((state, index) => [
            {
              head: words.t(`lifecycle.${state}` as Key),
              cell: (row: Lifecycle) => words.number(Math.abs(counts(row)[index])),
              number: true,
            },
            ...moved(words.t(`lifecycle.${state}` as Key), (row: Lifecycle) => {
              const was = before?.[data.items.indexOf(row)];
              return { now: Math.abs(counts(row)[index]), before: was && Math.abs(counts(was)[index]), plain: true };
            }),
          ]),
        ],
        rows: data.items,
      })}
    >
      {() => <Chart draw={draw} label={words.t("overview.lifecycle")} key={`${span.of}${route.query}`} />}
    </Card>
  );
}

const byKind = (items: Counted[]) => {
  const found = new Map<string, number>();
  items.forEach(item => item.kinds.forEach(each => found.set(each.kind, (found.get(each.kind) ?? 0) + each.events)));
  return found;
};

function Kinds() {
  const words = useWords();
  const moved = useMovedColumn();
  const { path, now, before } = useFigures<Counted>("event-counts", { period: "DAY" });
  const totals = useMemo(
    () => mapped(now, data => ({ asOf: data.asOf, rows: [...byKind(data.items)].sort((one, other) => other[1] - one[1]) })),
    [now],
  );
  const were = useMemo(() => before && byKind(before), [before]);
  const draw = useCallback(
    (ink: Ink) => {
      if (totals.state !== "ready") return {};
      const top = totals.data.rows.slice(0, 12).reverse();
      const { xAxis, yAxis } = axes(ink, top.map(row => row[0])) as { xAxis: object; yAxis: object };
      return {
        xAxis: yAxis,
        yAxis: xAxis,
        series: [
          { name: words.t("overview.events"), type: "bar", data: top.map(row => row[1]) },
          ...earlier(ink, "bar", words.t("window.before"), were && top.map(row => were.get(row[0]) ?? 0)),
        ],
      };
    },
    [totals, were, words],
  );
  return (
    <Card
      title={words.t("overview.kinds")}
      what={words.t("overview.kindsWhat")}
      csv={path}
      who={useActive()}
      loaded={totals}
      asOf={data => data.asOf}
      isEmpty={data => data.rows.length === 0}
      wide
      table={data => ({
        columns: [
          { head: words.t("figure.kind"), cell: (row: [string, number]) => row[0] },
          { head: words.t("overview.events"), cell: (row: [string, number]) => words.number(row[1]), number: true },
          ...moved(words.t("overview.events"), (row: [string, number]) => ({ now: row[1], before: were && (were.get(row[0]) ?? 0) })),
        ],
        rows: data.rows,
      })}
    >
      {data => (
        <Chart
          draw={draw}
          label={words.t("overview.kinds")}
          height={40 + Math.min(12, data.rows.length) * (were ? 34 : 24)}
        />
      )}
    </Card>
  );
}
