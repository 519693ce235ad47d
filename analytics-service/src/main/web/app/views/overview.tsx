import { useCallback } from "react";
import { mapped, useAnswer } from "../api";
import { useCommunity } from "../community";
import { Big, Card } from "../parts/card";
import { axes, Chart, type Ink } from "../parts/chart";
import { useMarks } from "../parts/marks";
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
  stickiness: number | null;
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
export const change = (now: number, before: number | null) => (before ? now / before - 1 : null);

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

function DailyActive() {
  const words = useWords();
  const { community, span, group } = useCommunity();
  const { path, now, before } = useFigures<Active>("active-members", { period: "DAY" });
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
              ...(before
                ? [
                    {
                      name: words.t("window.before"),
                      type: "line",
                      smooth: 0.2,
                      showSymbol: false,
                      lineStyle: { type: "dashed", width: 1.5 },
                      data: before.map(item => item.activeMembers),
                    },
                  ]
                : []),
            ],
          },
    [now, before, marks, words],
  );
  return (
    <Card
      title={words.t("overview.dau")}
      what={words.t("overview.activeWhat")}
      csv={path}
      who={pathOf(community, "active-members/members", { ...days(span), group })}
      loaded={now}
      asOf={data => data.asOf}
      isEmpty={data => data.items.every(item => item.activeMembers === 0)}
      wide
      table={data => ({
        columns: [
          { head: words.t("figure.day"), cell: (row: Active) => words.day(row.start) },
          { head: words.t("overview.active"), cell: (row: Active) => words.number(row.activeMembers), number: true },
        ],
        rows: data.items,
      })}
    >
      {data => {
        const daily = mean(data.items.map(item => item.activeMembers));
        return (
          <>
            <Big
              value={words.number(daily, 1)}
              change={change(daily, before && mean(before.map(item => item.activeMembers)))}
            />
            <Chart draw={draw} label={words.t("overview.dau")} />
          </>
        );
      }}
    </Card>
  );
}

function Mau() {
  const words = useWords();
  const { community, to, group } = useCommunity();
  const asked = { period: "ROLLING_30_DAYS", from: to, to, group };
  const path = pathOf(community, "active-members", asked);
  const now = useAnswer<Figures<Active>>(path);
  const earlier = useAnswer<Figures<Active>>(
    pathOf(community, "active-members", { ...asked, from: shift(to, -30), to: shift(to, -30) }),
  );
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
        <Big
          value={words.number(data.items.at(-1)!.activeMembers)}
          change={change(
            data.items.at(-1)!.activeMembers,
            earlier.state === "ready" ? (earlier.data.items.at(-1)?.activeMembers ?? null) : null,
          )}
        />
      )}
    </Card>
  );
}

function Sticky() {
  const words = useWords();
  const { community, to, group } = useCommunity();
  const path = pathOf(community, "stickiness", { period: "DAY", from: to, to, group });
  const now = useAnswer<Figures<Stickiness>>(path);
  return (
    <Card
      title={words.t("overview.stickiness")}
      what={words.t("overview.stickinessWhat")}
      csv={path}
      loaded={now}
      asOf={data => data.asOf}
      isEmpty={data => data.items.at(-1)?.stickiness == null}
    >
      {data => <Big value={words.percent(data.items.at(-1)!.stickiness!)} />}
    </Card>
  );
}

function Events() {
  const words = useWords();
  const { path, now, before } = useFigures<Counted>("event-counts", { period: "DAY" });
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
            ],
          },
    [now, marks, words],
  );
  return (
    <Card
      title={words.t("overview.events")}
      what={words.t("overview.eventsWhat")}
      csv={path}
      loaded={now}
      asOf={data => data.asOf}
      isEmpty={data => data.items.every(item => item.events === 0)}
      wide
      table={data => ({
        columns: [
          { head: words.t("figure.day"), cell: (row: Counted) => words.day(row.start) },
          { head: words.t("overview.events"), cell: (row: Counted) => words.number(row.events), number: true },
        ],
        rows: data.items,
      })}
    >
      {data => {
        const total = sum(data.items.map(item => item.events));
        return (
          <>
            <Big value={words.number(total)} change={change(total, before && sum(before.map(item => item.events)))} />
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
  const { path, now } = useFigures<Lifecycle>("lifecycle", { period: "ISO_WEEK" });
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
              data: now.data.items.map(item => ({
                value: counts(item)[index],
                // A week that is not over says little yet.
                itemStyle: { opacity: item.windowComplete ? 1 : 0.4 },
              })),
            })),
          },
    [now, words],
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
          ...STATES.map((state, index) => ({
            head: words.t(`lifecycle.${state}` as Key),
            cell: (row: Lifecycle) => words.number(Math.abs(counts(row)[index])),
            number: true,
          })),
        ],
        rows: data.items,
      })}
    >
      {() => <Chart draw={draw} label={words.t("overview.lifecycle")} key={`${span.of}${route.query}`} />}
    </Card>
  );
}

function Kinds() {
  const words = useWords();
  const { path, now } = useFigures<Counted>("event-counts", { period: "DAY" });
  const totals = mapped(now, data => {
    const found = new Map<string, number>();
    data.items.forEach(item => item.kinds.forEach(each => found.set(each.kind, (found.get(each.kind) ?? 0) + each.events)));
    return { asOf: data.asOf, rows: [...found].sort((one, other) => other[1] - one[1]) };
  });
  const draw = useCallback(
    (ink: Ink) => {
      if (totals.state !== "ready") return {};
      const top = totals.data.rows.slice(0, 12).reverse();
      const { xAxis, yAxis } = axes(ink, top.map(row => row[0])) as { xAxis: object; yAxis: object };
      return { xAxis: yAxis, yAxis: xAxis, series: [{ type: "bar", data: top.map(row => row[1]) }] };
    },
    [now],
  );
  return (
    <Card
      title={words.t("overview.kinds")}
      what={words.t("overview.kindsWhat")}
      csv={path}
      loaded={totals}
      asOf={data => data.asOf}
      isEmpty={data => data.rows.length === 0}
      wide
      table={data => ({
        columns: [
          { head: words.t("figure.kind"), cell: (row: [string, number]) => row[0] },
          { head: words.t("overview.events"), cell: (row: [string, number]) => words.number(row[1]), number: true },
        ],
        rows: data.rows,
      })}
    >
      {data => <Chart draw={draw} label={words.t("overview.kinds")} height={40 + Math.min(12, data.rows.length) * 24} />}
    </Card>
  );
}
