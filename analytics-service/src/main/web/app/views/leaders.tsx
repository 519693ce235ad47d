import { useCallback, useMemo } from "react";
import type { Loaded } from "../api";
import { useCommunity } from "../community";
import { Big, Card, Choice } from "../parts/card";
import { Chart, earlier, type Ink } from "../parts/chart";
import { useCurrencies } from "../parts/kinds";
import { Link } from "../parts/link";
import { Moved, useMovedColumn } from "../parts/moved";
import { DataTable } from "../parts/table";
import { choose, linkTo } from "../route";
import { type AsOf, days, pathOf, useCompared } from "../span";
import { useWords } from "../words";

interface Place {
  rank: number;
  memberId: string;
  score: number;
}

interface Board {
  members: number;
  items: Place[];
  asOf: AsOf;
}

interface Spread {
  members: number;
  gini: number | null;
  /** The Lorenz curve. */
  items: { percent: number; share: number }[];
  asOf: AsOf;
}

const LISTED = 100;
const MEASURES = ["EVENTS", "POINTS", "CONTRIBUTION", "RECEIVED"] as const;

export function Leaders() {
  const words = useWords();
  const { route, community, span, group, compared } = useCommunity();
  const by = MEASURES.find(each => each === route.query.get("by")) ?? "EVENTS";
  const currencies = useCurrencies();
  const currency = route.query.get("currency") ?? currencies[0];
  const ofPoints = by === "POINTS" || by === "RECEIVED";
  const asked = { by, currency: ofPoints ? currency : null, group };
  // Without a currency there is no board by points.
  const askable = !ofPoints || currency !== undefined;
  const board = useCompared<Board>(askable ? "leaderboards" : null, { ...asked, limit: LISTED });
  const spread = useCompared<Spread>(askable ? "distribution" : null, asked);
  const who = askable ? pathOf(community, "distribution/members", { ...asked, ...days(span) }) : undefined;
  const moved = useMovedColumn();
  const earlierPlace = useMemo(() => new Map(board.before?.items.map(item => [item.memberId, item])), [board.before]);
  const draw = useCallback(
    (ink: Ink) => (spread.now.state === "ready" ? lorenz(ink, spread.now.data, spread.before, words) : {}),
    [spread.now, spread.before, words],
  );
  return (
    <div className="cards">
      <Card
        title={words.t("leaders.title")}
        what={words.t("leaders.what")}
        csv={board.path}
        who={who}
        loaded={askable ? board.now : NOBODY}
        asOf={data => data.asOf}
        isEmpty={data => data.items.length === 0}
        wide={compared !== null}
        actions={
          <div className="choices">
            <Choice
              label={words.t("leaders.by")}
              value={by}
              options={MEASURES.map(each => [each, words.t(`leaders.${each}`)] as const)}
              onChange={value => choose(route, { by: value })}
            />
            {ofPoints && currency !== undefined && (
              <label>
                <span>{words.t("leaders.currency")}</span>
                <select value={currency} onChange={event => choose(route, { currency: event.target.value })}>
                  {[...new Set([...currencies, currency])].map(each => (
                    <option key={each} value={each}>
                      {each}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
        }
      >
        {data => (
          <DataTable
            caption={words.t("leaders.title")}
            columns={[
              { head: words.t("leaders.rank"), cell: row => words.number(row.rank), number: true },
              { head: words.t("leaders.member"), cell: row => <Link to={linkTo(route, "members", row.memberId)}>{row.memberId}</Link> },
              { head: words.t("leaders.scoreOf"), cell: row => words.number(row.score), number: true },
              ...moved(words.t("leaders.scoreOf"), (row: Place) => ({
                now: row.score,
                before: board.before && earlierPlace.get(row.memberId)?.score,
              })),
              ...(board.before
                ? [{
                    head: `${words.t("leaders.rank")} · ${words.t("window.before")}`,
                    cell: (row: Place) => (
                      <EarlierRank now={row.rank} before={earlierPlace.get(row.memberId)?.rank} cut={board.before!.items.length >= LISTED} />
                    ),
                    number: true,
                  }]
                : []),
            ]}
            rows={data.items}
          />
        )}
      </Card>
      <Card
        title={words.t("leaders.spread")}
        what={words.t("leaders.spreadWhat")}
        csv={spread.path}
        who={who}
        loaded={askable ? spread.now : UNSPREAD}
        asOf={data => data.asOf}
        isEmpty={data => data.members === 0 || data.gini === null}
        wide={compared !== null}
        table={data => ({
          columns: [
            { head: words.t("leaders.member"), cell: (row: { percent: number; share: number }) => words.percent(row.percent / 100, 0), number: true },
            { head: words.t("leaders.lorenz"), cell: (row: { percent: number; share: number }) => words.percent(row.share), number: true },
            ...moved(words.t("leaders.lorenz"), (row: { percent: number; share: number }) => ({
              now: row.share,
              before: spread.before?.items.find(point => point.percent === row.percent)?.share,
              unit: "share",
              plain: true,
            })),
          ],
          rows: data.items,
        })}
      >
        {data => (
          <>
            <Big value={words.number(data.gini!, 3)} note={words.t("leaders.gini")}>
              <Moved now={data.gini} before={spread.before?.gini} decimals={3} plain />
            </Big>
            <Chart draw={draw} label={words.t("leaders.spread")} height={260} />
          </>
        )}
      </Card>
    </div>
  );
}

const AS_OF: AsOf = { measuredAt: "", lag: 0, catchingUp: false };
const NOBODY: Loaded<Board> = { state: "ready", data: { members: 0, items: [], asOf: AS_OF } };
const UNSPREAD: Loaded<Spread> = { state: "ready", data: { members: 0, gini: null, items: [], asOf: AS_OF } };

/** Where a member was, as far as the listed ranks reach; `cut` if there were more. */
function EarlierRank({ now, before, cut }: { now: number; before?: number; cut: boolean }) {
  const words = useWords();
  if (before === undefined) {
    return <span className="small">{cut ? words.t("change.below", { n: LISTED }) : words.t("change.notRanked")}</span>;
  }
  return (
    <span className="moved">
      <span className={now === before ? "same" : now < before ? "up" : "down"}>
        <span aria-hidden="true">{now === before ? "=" : now < before ? "▲" : "▼"}</span>
        {now !== before && ` ${words.more(before - now)}`}
      </span>{" "}
      <span className="small">{words.t("change.rank", { n: words.number(before) })}</span>
    </span>
  );
}

function lorenz(ink: Ink, data: Spread, before: Spread | null, words: ReturnType<typeof useWords>) {
  const curve = (spread: Spread) => [[0, 0], ...spread.items.map(point => [point.percent / 100, point.share])];
  const axis = {
    type: "value",
    min: 0,
    max: 1,
    splitLine: { lineStyle: { color: ink.line } },
    axisLabel: { color: ink.quiet, formatter: (value: number) => words.percent(value, 0) },
  };
  return {
    xAxis: axis,
    yAxis: axis,
    series: [
      {
        name: words.t("leaders.lorenz"),
        type: "line",
        showSymbol: false,
        areaStyle: { opacity: 0.12 },
        data: curve(data),
      },
      ...earlier(ink, "line", words.t("window.before"), before && curve(before)),
      {
        name: words.t("leaders.equal"),
        type: "line",
        showSymbol: false,
        lineStyle: { type: "dotted", width: 1.5, color: ink.line },
        itemStyle: { color: ink.line },
        data: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
  };
}
