import { useCallback, useMemo } from "react";
import { both, mapped, useAnswer } from "../api";
import { useCommunity } from "../community";
import { Big, Card, Choice } from "../parts/card";
import { axes, Chart, earlier, type Ink } from "../parts/chart";
import { useMarks } from "../parts/marks";
import { Moved, useMovedColumn } from "../parts/moved";
import { choose } from "../route";
import { type Asked, type AsOf, days, type Figures, pathOf, shift, useFigures } from "../span";
import { type Key, useWords } from "../words";
import { Budgets } from "./points";

interface Counted {
  period: string;
  start: string;
  value: number;
  kinds: { kind: string; events: number; value: number }[];
}

interface Seen {
  items: { kind: string; activity: boolean }[];
}

/** How points move, as kinds of facts, and which way. What is redeemed is debited too, so that it counts among these once. */
const INTO = ["credited", "granted", "other-credited"];
const OUT = ["expired", "revoked", "debited"];
const MOVES = [...INTO, ...OUT, "reversed", "redeemed"];
const kindOf = (move: string, currency: string) => `incentive.${move}:${currency}`;

export function Incentives() {
  const words = useWords();
  const { community } = useCommunity();
  const seen = useAnswer<Seen>(pathOf(community, "seen-kinds", { limit: 200 }));
  const currencies = mapped(seen, data => [
    ...new Set(data.items.flatMap(each => /^incentive\.(?:credited|granted):(.+)$/.exec(each.kind)?.[1] ?? [])),
  ]);
  return (
    <div className="cards">
      {currencies.state === "ready" && currencies.data.length > 0 ? (
        <Points currencies={currencies.data} />
      ) : (
        <Card
          title={words.t("incentives.points")}
          what={words.t("incentives.pointsWhat")}
          loaded={currencies}
          isEmpty={data => data.length === 0}
          empty={words.t("incentives.none")}
          wide
        >
          {() => null}
        </Card>
      )}
      <Budgets />
      <Returns />
    </div>
  );
}

function total(items: Counted[], moves: string[], currency: string): number {
  const wanted = new Set(moves.map(move => kindOf(move, currency)));
  return items.reduce(
    (sum, item) => sum + item.kinds.reduce((own, each) => own + (wanted.has(each.kind) ? each.value : 0), 0),
    0,
  );
}

/** What members have of a currency after all that moved it. */
const held = (items: Counted[], currency: string) =>
  total(items, [...INTO, "reversed"], currency) - total(items, OUT, currency);

/** What members had of a currency at the end of a day. */
function useHeldAt(day: string | null, kinds: string[], currency: string): number | null {
  const { community } = useCommunity();
  const asked = (period: string, to: string, from?: string) => pathOf(community, "event-counts", { period, from, to, kind: kinds });
  const begun = day && `${day.slice(0, 8)}01`;
  const months = useAnswer<Figures<Counted>>(begun && asked("MONTH", shift(begun, -1)));
  const rest = useAnswer<Figures<Counted>>(begun && day && asked("DAY", day, begun));
  return day && months.state === "ready" && rest.state === "ready"
    ? held([...months.data.items, ...rest.data.items], currency)
    : null;
}

function Points({ currencies }: { currencies: string[] }) {
  const words = useWords();
  const { route, community, compared, span } = useCommunity();
  const currency = currencies.find(each => each === route.query.get("currency")) ?? currencies[0];
  const kinds = MOVES.map(move => kindOf(move, currency));
  const { path, now, before } = useFigures<Counted>("event-counts", { period: "DAY", kind: kinds }, true);
  const moved = useMovedColumn();
  const marks = useMarks();
  const untilNow = pathOf(community, "event-counts", { period: "MONTH", kind: kinds });
  const ever = useAnswer<Figures<Counted>>(untilNow);
  // Whole months are counted, so that the one in which the days before end is counted by itself, day by day.
  const then = useHeldAt(compared?.to ?? null, kinds, currency);
  const whom = (moves: readonly string[], among: Asked = days(span)) =>
    pathOf(community, "active-members/members", { ...among, kind: moves.map(move => kindOf(move, currency)) });
  const draw = useCallback(
    (ink: Ink) =>
      now.state !== "ready"
        ? {}
        : {
            ...axes(ink, now.data.items.map(item => item.start)),
            series: [
              ...[
              ["incentives.issued", INTO, 1],
              ["incentives.redeemed", ["redeemed"], -1],
              ["incentives.expired", ["expired"], -1],
            ].map(([name, moves, sign], index) => ({
              name: words.t(name as Key),
              type: "bar",
              stack: "all",
              ...(index === 0 ? marks(ink, now.data.items.map(item => item.start)) : {}),
              data: now.data.items.map(item => (sign as number) * total([item], moves as string[], currency)),
            })),
              ...earlier(
                ink,
                "line",
                `${words.t("incentives.issued")} · ${words.t("window.before")}`,
                before?.map(item => total([item], INTO, currency)),
              ),
            ],
          },
    [now, before, currency, marks, words],
  );
  const pick = (
    <Choice
      label={words.t("leaders.currency")}
      value={currency}
      options={currencies.map(each => [each, each] as const)}
      onChange={value => choose(route, { currency: value })}
    />
  );
  return (
    <>
      <Card
        title={words.t("incentives.points")}
        what={words.t("incentives.pointsWhat")}
        csv={path}
        who={whom(MOVES)}
        loaded={now}
        asOf={data => data.asOf}
        isEmpty={data => data.items.every(item => item.kinds.length === 0)}
        wide
        actions={currencies.length > 1 ? <div className="choices">{pick}</div> : undefined}
        table={data => ({
          columns: [
            { head: words.t("figure.day"), cell: (row: Counted) => words.day(row.start) },
            { head: words.t("incentives.issued"), cell: (row: Counted) => words.number(total([row], INTO, currency)), number: true },
            { head: words.t("incentives.redeemed"), cell: (row: Counted) => words.number(total([row], ["redeemed"], currency)), number: true },
            { head: words.t("incentives.expired"), cell: (row: Counted) => words.number(total([row], ["expired"], currency)), number: true },
            ...moved(words.t("incentives.issued"), (row: Counted) => {
              const was = before?.[data.items.indexOf(row)];
              return { now: total([row], INTO, currency), before: was && total([was], INTO, currency), plain: true };
            }),
          ],
          rows: data.items,
        })}
      >
        {() => <Chart draw={draw} label={words.t("incentives.points")} />}
      </Card>
      {(
        [
          ["incentives.issued", "incentives.issuedWhat", INTO],
          ["incentives.redeemed", "incentives.redeemedWhat", ["redeemed"]],
        ] as const
      ).map(([title, what, moves]) => (
        <Card key={title} title={words.t(title)} what={words.t(what)} csv={path} who={whom(moves)} loaded={now} asOf={data => data.asOf} third>
          {data => (
            <Big value={words.number(total(data.items, [...moves], currency))} note={currency}>
              <Moved
                now={total(data.items, [...moves], currency)}
                before={before && total(before, [...moves], currency)}
                plain
              />
            </Big>
          )}
        </Card>
      ))}
      <Card
        title={words.t("incentives.outstanding")}
        what={words.t("incentives.outstandingWhat")}
        csv={untilNow}
        who={ever.state === "ready" ? whom(INTO, { from: ever.data.from, to: ever.data.to }) : undefined}
        loaded={both(ever, now)}
        asOf={([data]) => data.asOf}
        third
      >
        {([data]) => (
          <Big value={words.number(held(data.items, currency))} note={currency}>
            <Moved now={held(data.items, currency)} before={then} plain />
          </Big>
        )}
      </Card>
    </>
  );
}

interface Return {
  part: string | null;
  currency: string;
  revenue: number;
  cost: number;
  profit: number;
  roi: number | null;
}

const nameOf = (item: Return) => `${item.part ?? "–"} ${item.currency}`;

const DIMENSIONS = ["CAMPAIGN", "MODEL", "CHANNEL", "PARTNER", "GROUP"] as const;

function Returns() {
  const words = useWords();
  const { route } = useCommunity();
  const by = DIMENSIONS.find(each => each === route.query.get("returns")) ?? "CAMPAIGN";
  const { path, now, before } = useFigures<Return>("returns", { by });
  const moved = useMovedColumn();
  const were = useMemo(() => new Map(before?.map(item => [nameOf(item), item])), [before]);
  const money = (minor: number, currency: string) =>
    new Intl.NumberFormat(words.language === "zh" ? "zh-CN" : "en-GB", { style: "currency", currency }).format(minor / 100);
  const columns = [
    { head: words.t(`returns.${by}` as Key), cell: (row: Return) => row.part ?? "–" },
    { head: words.t("returns.revenue"), cell: (row: Return) => money(row.revenue, row.currency), number: true },
    { head: words.t("returns.cost"), cell: (row: Return) => money(row.cost, row.currency), number: true },
    { head: words.t("returns.profit"), cell: (row: Return) => money(row.profit, row.currency), number: true },
    ...moved(words.t("returns.revenue"), (row: Return) => ({
      now: row.revenue / 100,
      before: before && (were.get(nameOf(row))?.revenue ?? 0) / 100,
    })),
    ...moved(words.t("returns.profit"), (row: Return) => ({
      now: row.profit / 100,
      before: before && (were.get(nameOf(row))?.profit ?? 0) / 100,
    })),
    { head: words.t("returns.roi"), cell: (row: Return) => (row.roi === null ? "–" : words.percent(row.roi, 0)), number: true },
  ];
  const draw = useCallback(
    (ink: Ink) =>
      now.state !== "ready"
        ? {}
        : {
            ...axes(ink, now.data.items.map(nameOf)),
            series: [
              ...(["revenue", "cost"] as const).map(field => ({
                name: words.t(`returns.${field}`),
                type: "bar",
                data: now.data.items.map(item => item[field] / 100),
              })),
              ...earlier(
                ink,
                "bar",
                `${words.t("returns.revenue")} · ${words.t("window.before")}`,
                before && now.data.items.map(item => (were.get(nameOf(item))?.revenue ?? 0) / 100),
              ),
            ],
          },
    [now, before, were, words],
  );
  return (
    <Card
      title={words.t("returns.title")}
      what={words.t("returns.what")}
      csv={path}
      loaded={now}
      asOf={(data: { asOf: AsOf }) => data.asOf}
      isEmpty={data => data.items.length === 0}
      empty={words.t("returns.none")}
      wide
      actions={
        <div className="choices">
          <Choice
            label={words.t("leaders.by")}
            value={by}
            options={DIMENSIONS.map(each => [each, words.t(`returns.${each}` as Key)] as const)}
            onChange={value => choose(route, { returns: value })}
          />
        </div>
      }
      table={data => ({ columns, rows: data.items })}
    >
      {() => <Chart draw={draw} label={words.t("returns.title")} />}
    </Card>
  );
}
