import { useCallback } from "react";
import { useCommunity } from "../community";
import { Card, Choice } from "../parts/card";
import { Chart, type Ink } from "../parts/chart";
import { Moved } from "../parts/moved";
import { type Period, PeriodChoice, usePeriod } from "../parts/period";
import { Who } from "../parts/who";
import { choose } from "../route";
import { type AsOf, days, daysBefore, pathOf, shift, useCompared } from "../span";
import { useWords } from "../words";

interface Cohort {
  period: string;
  start: string;
  size: number;
  retained: { k: number; active: number | null; rate: number | null }[];
  periodsOver: number;
}

interface Cohorts {
  items: Cohort[];
  means: { k: number; cohorts: number; mean: number | null; pooled: number | null }[];
  asOf: AsOf;
}

const BACK: Record<Period, number> = { DAY: 13, ISO_WEEK: 83, MONTH: 334 };
const SHOWN: Record<Period, number> = { DAY: 14, ISO_WEEK: 12, MONTH: 12 };

/** How many come again: cohorts down, time across. Cohorts reach back by their period, whatever the window above says. */
export function Retention() {
  const words = useWords();
  const { route, community, to, group, span } = useCommunity();
  const period = usePeriod("ISO_WEEK");
  const joined = route.query.get("cohort") === "joined";
  const mode = route.query.get("mode") === "UNBOUNDED" ? "UNBOUNDED" : "EXACT";
  const asked = { period, periods: SHOWN[period], mode, cohortKind: joined ? "member.joined" : null, group };
  const reach = span.of === "days" ? { from: shift(to, -BACK[period]), to: span.to } : undefined;
  const { path, now: loaded, before } = useCompared<Cohorts>("retention", asked, reach);
  const stayed = (cohort: Cohort, k: number) =>
    pathOf(community, "retention/members", { ...asked, ...(reach ?? days(span)), periods: null, cohort: cohort.period, k });
  const draw = useCallback(
    (ink: Ink) => (loaded.state === "ready" ? heat(ink, loaded.data, before, words) : {}),
    [loaded, before, words],
  );
  const size = (cohorts: Cohorts | null) => cohorts?.items.reduce((sum, cohort) => sum + cohort.size, 0);
  const pooled = (cohorts: Cohorts | null, k: number) => cohorts?.means.find(each => each.k === k)?.pooled;
  return (
    <div className="cards">
      <Card
        title={words.t("retention.title")}
        what={words.t("retention.what")}
        csv={path}
        loaded={loaded}
        asOf={data => data.asOf}
        isEmpty={data => data.items.every(cohort => cohort.size === 0)}
        wide
        actions={
          <div className="choices">
            <PeriodChoice label={words.t("retention.period")} value={period} />
            <Choice
              label={words.t("retention.cohort")}
              value={joined ? "joined" : "first"}
              options={[
                ["first", words.t("retention.firstActivity")],
                ["joined", words.t("retention.joined")],
              ]}
              onChange={value => choose(route, { cohort: value === "joined" ? value : null })}
            />
            <Choice
              label={words.t("retention.mode")}
              value={mode}
              options={[
                ["EXACT", words.t("retention.EXACT")],
                ["UNBOUNDED", words.t("retention.UNBOUNDED")],
              ]}
              onChange={value => choose(route, { mode: value })}
            />
          </div>
        }
        table={data => ({
          columns: [
            { head: words.t("figure.period"), cell: (row: Cohort) => row.period },
            { head: words.t("retention.came"), cell: (row: Cohort) => words.number(row.size), number: true },
            ...data.means.map(each => ({
              head: String(each.k),
              cell: (row: Cohort) => {
                const rest = row.retained[each.k];
                if (rest?.rate == null) return "";
                const rate = words.percent(rest.rate, 0);
                return row.start ? <Who path={stayed(row, each.k)} of={`${row.period}, ${words.t("retention.after", { k: each.k })}`} text={rate} /> : rate;
              },
              number: true,
            })),
          ],
          rows: [...(before ? [all(before, words.t("retention.allBefore"))] : []), all(data, words.t("retention.all")), ...data.items],
        })}
      >
        {data => (
          <>
            {before && (
              <p className="facts">
                <span>
                  <strong>{words.number(size(data) ?? 0)}</strong> {words.t("retention.members")}{" "}
                  <Moved now={size(data)} before={size(before)} />
                </span>
                <span>
                  <strong>{pooled(data, 1) == null ? "–" : words.percent(pooled(data, 1)!)}</strong>{" "}
                  {words.t(`retention.next.${period}`)} <Moved now={pooled(data, 1)} before={pooled(before, 1)} unit="share" />
                </span>
                {reach && (
                  <span className="small">
                    {words.t("retention.reach", { from: words.day(daysBefore(reach).from), to: words.day(daysBefore(reach).to) })}
                  </span>
                )}
              </p>
            )}
          <Chart
            draw={draw}
            label={words.t("retention.title")}
            atLeast={150 + 46 * data.means.length}
            height={72 + 26 * (data.items.length + (before ? 2 : 1))}
            onPick={picked => {
              const cell = (picked.data as { value?: [number, number, number] })?.value;
              const cohort = cell && data.items[cell[1] - (before ? 2 : 1)];
              if (cohort) choose(route, { who: stayed(cohort, cell[0]) });
            }}
          />
          </>
        )}
      </Card>
    </div>
  );
}

/** All cohorts together, as if they were one. */
function all(cohorts: Cohorts, name: string): Cohort {
  const retained = cohorts.means.map(each => ({ k: each.k, active: null, rate: each.pooled }));
  const size = cohorts.items.reduce((sum, cohort) => sum + cohort.size, 0);
  return { period: name, start: "", size, retained, periodsOver: cohorts.means.length };
}

function heat(ink: Ink, data: Cohorts, before: Cohorts | null, words: ReturnType<typeof useWords>) {
  const columns = data.means.map(each => String(each.k));
  const heads = before ? 2 : 1;
  const pooled = (cohorts: Cohorts, row: number) =>
    cohorts.means.filter(each => each.pooled !== null).map(each => [each.k, row, each.pooled!]);
  const rows = [words.t("retention.all"), ...(before ? [words.t("retention.allBefore")] : []), ...data.items.map(cohort => `${cohort.period}  (${words.number(cohort.size)})`)];
  const cells = [
    ...pooled(data, 0),
    ...(before ? pooled(before, 1) : []),
    ...data.items.flatMap((cohort, index) =>
      cohort.retained.filter(rest => rest.rate !== null).map(rest => [rest.k, index + heads, rest.rate!]),
    ),
  ];
  const growing = ([k, row]: number[]) => row >= heads && k >= data.items[row - heads].periodsOver;
  return {
    grid: { left: 8, right: 8, top: 28, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "item",
      formatter: (cell: { value: [number, number, number] }) =>
        `${rows[cell.value[1]]}\n${words.t("retention.after", { k: cell.value[0] })}: ${words.percent(cell.value[2])}${growing(cell.value) ? ` · ${words.t("retention.growing")}` : ""}`,
    },
    visualMap: { show: false, min: 0, max: 1, inRange: { color: ink.ramp } },
    xAxis: {
      type: "category",
      position: "top",
      data: columns,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: ink.quiet },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: ink.quiet },
    },
    series: [
      {
        type: "heatmap",
        itemStyle: { borderColor: ink.surface, borderWidth: 2, borderRadius: 4 },
        data: cells.map(value => ({
          value,
          itemStyle: { opacity: growing(value) ? 0.5 : 1 },
          label: {
            show: true,
            color: value[2] >= 0.45 && !growing(value) ? ink.surface : ink.text,
            formatter: growing(value) ? `(${words.percent(value[2], 0)})` : words.percent(value[2], 0),
          },
        })),
      },
    ],
  };
}
