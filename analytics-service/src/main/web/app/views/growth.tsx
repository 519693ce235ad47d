import { useCallback, useMemo } from "react";
import { useCommunity } from "../community";
import { Big, Card, Choice } from "../parts/card";
import { axes, Chart, earlier, type Ink } from "../parts/chart";
import { useKinds } from "../parts/kinds";
import { useMarks } from "../parts/marks";
import { Moved, useMovedColumn } from "../parts/moved";
import { PeriodChoice, usePeriod } from "../parts/period";
import { Who } from "../parts/who";
import { choose } from "../route";
import { days, pathOf, useFigures } from "../span";
import { type Key, useWords } from "../words";

interface Sale {
  period: string;
  start: string;
  activeMembers: number;
  buyers: number;
  repeatBuyers: number;
  conversionRate: number | null;
  repurchaseRate: number | null;
  orders: number;
  net: number;
}

interface Channel {
  channel: string;
  joined: number;
  activated: number;
  mature: number;
  retained: number;
  retentionRate: number | null;
  buyers: number;
  netPerMember: number | null;
}

interface Answers {
  period: string;
  start: string;
  responses: number;
  good: number;
  bad: number;
  score: number | null;
  asked: number;
  responseRate: number | null;
}

interface Interval {
  fromDays: number;
  toDays: number | null;
  purchases: number;
  cumulativeShare: number | null;
}

/** What the community is worth: who buys and buys again, where members come from, and how satisfied they are. */
export function Growth() {
  return (
    <div className="cards">
      <Sales />
      <Channels />
      <Satisfaction />
      <Again />
    </div>
  );
}

const share = (words: ReturnType<typeof useWords>, value: number | null) => (value === null ? "–" : words.percent(value));

const orders = (items: Sale[]) => items.reduce((sum, item) => sum + item.orders, 0);

function Sales() {
  const words = useWords();
  const { community, group } = useCommunity();
  const period = usePeriod("DAY");
  const { path, now, before } = useFigures<Sale>("sales", { period });
  const moved = useMovedColumn();
  const marks = useMarks();
  const whom = (of: string, buyer: "BUYER" | "REPEAT_BUYER") => pathOf(community, "sales/members", { window: of, buyer, group });
  const last = now.state === "ready" ? now.data.items.findLast(item => item.buyers > 0) : undefined;
  const draw = useCallback(
    (ink: Ink) => {
      if (now.state !== "ready") return {};
      const shown = now.data.items.map(item => item.period);
      return {
        ...axes(ink, shown),
        series: [
          {
            name: words.t("growth.firstBuyers"),
            type: "bar",
            stack: "all",
            ...marks(ink, shown, now.data.items.map(item => item.start)),
            data: now.data.items.map(item => item.buyers - item.repeatBuyers),
          },
          { name: words.t("growth.repeatBuyers"), type: "bar", stack: "all", data: now.data.items.map(item => item.repeatBuyers) },
          ...earlier(ink, "line", `${words.t("growth.buyers")} · ${words.t("window.before")}`, before?.map(item => item.buyers)),
        ],
      };
    },
    [now, before, marks, words],
  );
  return (
    <Card
      title={words.t("growth.sales")}
      what={words.t("growth.salesWhat")}
      csv={path}
      who={last && whom(last.period, "BUYER")}
      loaded={now}
      asOf={data => data.asOf}
      isEmpty={data => data.items.every(item => item.buyers === 0)}
      empty={words.t("growth.salesNone")}
      wide
      actions={
        <div className="choices">
          <PeriodChoice label={words.t("figure.period")} value={period} />
        </div>
      }
      table={data => {
        const was = (row: Sale) => before?.[data.items.indexOf(row)];
        return {
          columns: [
            { head: words.t("figure.period"), cell: (row: Sale) => row.period },
            { head: words.t("growth.buyers"), cell: (row: Sale) => words.number(row.buyers), number: true },
            ...moved(words.t("growth.buyers"), (row: Sale) => ({ now: row.buyers, before: was(row)?.buyers })),
            { head: words.t("growth.conversion"), cell: (row: Sale) => share(words, row.conversionRate), number: true },
            { head: words.t("growth.repeatBuyers"), cell: (row: Sale) => words.number(row.repeatBuyers), number: true },
            { head: words.t("growth.repurchase"), cell: (row: Sale) => share(words, row.repurchaseRate), number: true },
            { head: words.t("growth.purchases"), cell: (row: Sale) => words.number(row.orders), number: true },
            { head: words.t("growth.net"), cell: (row: Sale) => words.number(row.net), number: true },
            ...moved(words.t("growth.net"), (row: Sale) => ({ now: row.net, before: was(row)?.net })),
            {
              head: words.t("card.who"),
              cell: (row: Sale) => row.buyers > 0 && <Who path={whom(row.period, "BUYER")} of={row.period} />,
            },
          ],
          rows: data.items,
        };
      }}
    >
      {data => (
        <>
          <Big value={words.number(orders(data.items))} note={words.t("growth.purchases")}>
            <Moved now={orders(data.items)} before={before && orders(before)} />
          </Big>
          <Chart draw={draw} label={words.t("growth.sales")} />
        </>
      )}
    </Card>
  );
}

const STAGES = [
  ["JOINED", "joined"],
  ["ACTIVATED", "activated"],
  ["BUYER", "buyers"],
] as const;

function Channels() {
  const words = useWords();
  const { community, span, group } = useCommunity();
  const { path, now, before } = useFigures<Channel>("acquisition");
  const moved = useMovedColumn();
  const were = useMemo(() => new Map(before?.map(item => [item.channel, item])), [before]);
  const nameOf = useCallback((item: Channel) => item.channel || words.t("growth.noChannel"), [words]);
  const whom = (item?: Channel) =>
    pathOf(community, "acquisition/members", {
      ...days(span),
      group,
      ...(item && (item.channel ? { channel: item.channel } : { withoutChannel: "true" })),
    });
  const draw = useCallback(
    (ink: Ink) => {
      if (now.state !== "ready") return {};
      const items = now.data.items;
      return {
        ...axes(ink, items.map(nameOf)),
        series: [
          ...STAGES.map(([stage, field]) => ({ name: words.t(`growth.${stage}` as Key), type: "bar", data: items.map(item => item[field]) })),
          ...earlier(
            ink,
            "bar",
            `${words.t("growth.JOINED")} · ${words.t("window.before")}`,
            before && items.map(item => were.get(item.channel)?.joined ?? 0),
          ),
        ],
      };
    },
    [now, before, were, nameOf, words],
  );
  return (
    <Card
      title={words.t("growth.channels")}
      what={words.t("growth.channelsWhat")}
      csv={path}
      who={whom()}
      loaded={now}
      asOf={data => data.asOf}
      isEmpty={data => data.items.every(item => item.joined === 0)}
      empty={words.t("growth.channelsNone")}
      wide
      table={data => ({
        columns: [
          { head: words.t("returns.CHANNEL"), cell: nameOf },
          ...STAGES.map(([stage, field]) => ({
            head: words.t(`growth.${stage}` as Key),
            cell: (row: Channel) => words.number(row[field]),
            number: true,
          })),
          ...moved(words.t("growth.JOINED"), (row: Channel) => ({
            now: row.joined,
            before: before && (were.get(row.channel)?.joined ?? 0),
          })),
          { head: words.t("growth.retained"), cell: (row: Channel) => share(words, row.retentionRate), number: true },
          {
            head: words.t("growth.netPerMember"),
            cell: (row: Channel) => (row.netPerMember === null ? "–" : words.number(row.netPerMember)),
            number: true,
          },
          { head: words.t("card.who"), cell: (row: Channel) => row.joined > 0 && <Who path={whom(row)} of={nameOf(row)} /> },
        ],
        rows: data.items,
      })}
    >
      {() => <Chart draw={draw} label={words.t("growth.channels")} />}
    </Card>
  );
}

const ANSWERED: [Key, (item: Answers) => number, (ink: Ink) => string][] = [
  ["growth.good", item => item.good, ink => ink.series[2]],
  ["growth.neutral", item => item.responses - item.good - item.bad, ink => ink.series[1]],
  ["growth.bad", item => item.bad, ink => ink.series[0]],
];
const SCALES = ["NPS", "CSAT"] as const;
/** The kind that the suite's own examples use for having been asked. */
const ASKED = "survey.sent";

function Satisfaction() {
  const words = useWords();
  const { community, group, route } = useCommunity();
  const period = usePeriod("ISO_WEEK");
  const scale = SCALES.find(each => each === route.query.get("scale")) ?? "NPS";
  const askedKind = useKinds().includes(ASKED) ? ASKED : null;
  const { path, now, before } = useFigures<Answers>("satisfaction", { period, scale, askedKind });
  const moved = useMovedColumn();
  const marks = useMarks();
  const whom = (of: string, response: "ANSWERED" | "BAD") =>
    pathOf(community, "satisfaction/members", { window: of, scale, response, group });
  const last = now.state === "ready" ? now.data.items.findLast(item => item.responses > 0) : undefined;
  const lastBefore = before?.findLast(item => item.responses > 0);
  const written = useCallback(
    (score: number | null) => (score === null ? "–" : scale === "NPS" ? words.more(Math.round(score * 100)) : words.percent(score)),
    [scale, words],
  );
  const draw = useCallback(
    (ink: Ink) => {
      if (now.state !== "ready") return {};
      const shown = now.data.items.map(item => item.period);
      return {
        ...axes(ink, shown),
        series: [
          ...ANSWERED.map(([name, of, colour], index) => ({
            name: words.t(name),
            type: "bar",
            stack: "all",
            itemStyle: { color: colour(ink) },
            ...(index === 0 ? marks(ink, shown, now.data.items.map(item => item.start)) : {}),
            data: now.data.items.map(of),
          })),
          ...earlier(ink, "line", `${words.t("growth.responses")} · ${words.t("window.before")}`, before?.map(item => item.responses)),
        ],
      };
    },
    [now, before, marks, words],
  );
  return (
    <Card
      title={words.t("growth.satisfaction")}
      what={words.t(`growth.${scale}What` as Key)}
      csv={path}
      who={last && whom(last.period, "ANSWERED")}
      loaded={now}
      asOf={data => data.asOf}
      isEmpty={data => data.items.every(item => item.responses === 0)}
      empty={words.t("growth.satisfactionNone")}
      wide
      actions={
        <div className="choices">
          <PeriodChoice label={words.t("figure.period")} value={period} />
          <Choice
            label={words.t("growth.scale")}
            value={scale}
            options={SCALES.map(each => [each, each] as const)}
            onChange={value => choose(route, { scale: value })}
          />
        </div>
      }
      table={data => ({
        columns: [
          { head: words.t("figure.period"), cell: (row: Answers) => row.period },
          { head: words.t(`growth.${scale}` as Key), cell: (row: Answers) => written(row.score), number: true },
          ...moved(words.t(`growth.${scale}` as Key), (row: Answers) => ({
            now: row.score,
            before: before?.[data.items.indexOf(row)]?.score,
            unit: "share",
          })),
          { head: words.t("growth.responses"), cell: (row: Answers) => words.number(row.responses), number: true },
          { head: words.t("growth.responseRate"), cell: (row: Answers) => share(words, row.responseRate), number: true },
          { head: words.t("growth.bad"), cell: (row: Answers) => words.number(row.bad), number: true },
          {
            head: words.t("card.who"),
            cell: (row: Answers) => row.bad > 0 && <Who path={whom(row.period, "BAD")} of={`${words.t("growth.bad")}, ${row.period}`} />,
          },
        ],
        rows: data.items.filter(item => item.responses > 0 || item.asked > 0),
      })}
    >
      {() => (
        <>
          {last && (
            <Big value={written(last.score)} note={words.t("growth.answered", { n: words.number(last.responses), period: last.period })}>
              <Moved now={last.score} before={lastBefore?.score} unit="share" />
            </Big>
          )}
          <Chart draw={draw} label={words.t("growth.satisfaction")} height={200} />
        </>
      )}
    </Card>
  );
}

function Again() {
  const words = useWords();
  const { community, span, group } = useCommunity();
  const { path, now, before } = useFigures<Interval>("repurchase-intervals");
  const moved = useMovedColumn();
  const nameOf = useCallback(
    (item: Interval) =>
      item.toDays === null
        ? words.t("growth.daysFrom", { from: words.number(item.fromDays) })
        : words.t("growth.daysRange", { from: words.number(item.fromDays), to: words.number(item.toDays) }),
    [words],
  );
  const draw = useCallback(
    (ink: Ink) =>
      now.state !== "ready"
        ? {}
        : {
            ...axes(ink, now.data.items.map(nameOf)),
            series: [
              { name: words.t("growth.purchases"), type: "bar", data: now.data.items.map(item => item.purchases) },
              ...earlier(ink, "bar", words.t("window.before"), before?.map(item => item.purchases)),
            ],
          },
    [now, before, nameOf, words],
  );
  return (
    <Card
      title={words.t("growth.again")}
      what={words.t("growth.againWhat")}
      csv={path}
      who={pathOf(community, "active-members/members", { ...days(span), group, kind: "purchase.made" })}
      loaded={now}
      asOf={data => data.asOf}
      isEmpty={data => data.items.every(item => item.purchases === 0)}
      empty={words.t("growth.againNone")}
      wide
      table={data => ({
        columns: [
          { head: words.t("growth.after"), cell: nameOf },
          { head: words.t("growth.purchases"), cell: (row: Interval) => words.number(row.purchases), number: true },
          ...moved(words.t("growth.purchases"), (row: Interval) => ({
            now: row.purchases,
            before: before?.[data.items.indexOf(row)]?.purchases,
          })),
          { head: words.t("growth.soFar"), cell: (row: Interval) => share(words, row.cumulativeShare), number: true },
        ],
        rows: data.items,
      })}
    >
      {() => <Chart draw={draw} label={words.t("growth.again")} height={200} />}
    </Card>
  );
}
