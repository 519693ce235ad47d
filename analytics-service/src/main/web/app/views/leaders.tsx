import { useCallback } from "react";
import { useAnswer } from "../api";
import { useCommunity } from "../community";
import { Big, Card, Choice } from "../parts/card";
import { Chart, type Ink } from "../parts/chart";
import { Link } from "../parts/link";
import { DataTable } from "../parts/table";
import { choose, linkTo } from "../route";
import { type AsOf, days, pathOf } from "../span";
import { useWords } from "../words";

interface Board {
  members: number;
  items: { rank: number; memberId: string; score: number }[];
  asOf: AsOf;
}

interface Spread {
  members: number;
  gini: number | null;
  lorenz: { percent: number; share: number }[];
  asOf: AsOf;
}

const MEASURES = ["EVENTS", "POINTS", "CONTRIBUTION", "RECEIVED"] as const;

export function Leaders() {
  const words = useWords();
  const { route, community, span, group } = useCommunity();
  const by = MEASURES.find(each => each === route.query.get("by")) ?? "EVENTS";
  const currency = route.query.get("currency") ?? "points";
  const asked = { by, currency: by === "POINTS" ? currency : null, group, ...days(span) };
  const path = pathOf(community, "leaderboards", { ...asked, limit: 100 });
  const board = useAnswer<Board>(path);
  const spreadPath = pathOf(community, "distribution", asked);
  const spread = useAnswer<Spread>(spreadPath);
  const draw = useCallback(
    (ink: Ink) => (spread.state === "ready" ? lorenz(ink, spread.data, words) : {}),
    [spread, words],
  );
  return (
    <div className="cards">
      <Card
        title={words.t("leaders.title")}
        what={words.t("leaders.what")}
        csv={path}
        loaded={board}
        asOf={data => data.asOf}
        isEmpty={data => data.items.length === 0}
        actions={
          <div className="choices">
            <Choice
              label={words.t("leaders.by")}
              value={by}
              options={MEASURES.map(each => [each, words.t(`leaders.${each}`)] as const)}
              onChange={value => choose(route, { by: value })}
            />
            {by === "POINTS" && (
              <label>
                <span>{words.t("leaders.currency")}</span>
                <input
                  defaultValue={currency}
                  size={10}
                  onBlur={event => choose(route, { currency: event.target.value.trim() || null })}
                />
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
            ]}
            rows={data.items}
          />
        )}
      </Card>
      <Card
        title={words.t("leaders.spread")}
        what={words.t("leaders.spreadWhat")}
        loaded={spread}
        asOf={data => data.asOf}
        isEmpty={data => data.members === 0 || data.gini === null}
        table={data => ({
          columns: [
            { head: words.t("leaders.member"), cell: (row: { percent: number; share: number }) => words.percent(row.percent / 100, 0), number: true },
            { head: words.t("leaders.lorenz"), cell: (row: { percent: number; share: number }) => words.percent(row.share), number: true },
          ],
          rows: data.lorenz,
        })}
      >
        {data => (
          <>
            <Big value={words.number(data.gini!, 3)} note={words.t("leaders.gini")} />
            <Chart draw={draw} label={words.t("leaders.spread")} height={260} />
          </>
        )}
      </Card>
    </div>
  );
}

function lorenz(ink: Ink, data: Spread, words: ReturnType<typeof useWords>) {
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
        data: [[0, 0], ...data.lorenz.map(point => [point.percent / 100, point.share])],
      },
      {
        name: words.t("leaders.equal"),
        type: "line",
        showSymbol: false,
        lineStyle: { type: "dashed", width: 1.5 },
        data: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
  };
}
