import { useCallback } from "react";
import { type Loaded, useAnswer } from "../api";
import { useCommunity } from "../community";
import { Card } from "../parts/card";
import { axes, Chart, type Ink } from "../parts/chart";
import { Link } from "../parts/link";
import { useMarks } from "../parts/marks";
import { choose, linkTo } from "../route";
import { type AsOf, pathOf } from "../span";
import { type Key, useWords, type Words } from "../words";

export interface Goal {
  id: string;
  name: string;
  parent?: string;
  metric: string;
  group?: string;
  direction: "AT_LEAST" | "AT_MOST";
  target: number;
  start: string;
  end: string;
  today: string;
  status: "PLANNED" | "ON_TRACK" | "BEHIND" | "REACHED" | "MISSED";
  since?: string;
  value: number;
  expected: number;
  forecast?: number;
  margin?: number;
  measuredBy: "ITSELF" | "CHILDREN";
  kinds: string[];
  audience: string;
  asOf: AsOf;
}

/** One of a goal's days; those to come have no value. */
interface GoalDay {
  day: string;
  value?: number;
  planned: number;
}

interface Course {
  items: GoalDay[];
  asOf: AsOf;
}

export function useGoals(): Loaded<{ items: Goal[] }> {
  const { community } = useCommunity();
  return useAnswer<{ items: Goal[] }>(pathOf(community, "goals"));
}

/** What is to be reached, from the company down to groups, and the course of the one that is chosen. */
export function Goals() {
  const words = useWords();
  const { route, community } = useCommunity();
  const goals = useGoals();
  const all = goals.state === "ready" ? goals.data.items : [];
  const chosen = all.find(goal => goal.id === route.query.get("goal")) ?? all[0];
  return (
    <div className="cards">
      <Card
        title={words.t("nav.goals")}
        what={words.t("goals.what")}
        csv={pathOf(community, "goals")}
        loaded={goals}
        asOf={data => data.items[0]?.asOf}
        isEmpty={data => data.items.length === 0}
        empty={words.t("goals.none")}
        wide
      >
        {data => (
          <ul className="plain goals">
            {data.items.map(goal => (
              <li key={goal.id} data-depth={Math.min(depth(goal, data.items), 4)}>
                <button type="button" aria-pressed={goal.id === chosen?.id} onClick={() => choose(route, { goal: goal.id })}>
                  {goal.name}
                </button>
                <GoalLine goal={goal} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      {chosen && <CourseOf key={chosen.id} goal={chosen} />}
    </div>
  );
}

function depth(goal: Goal, all: Goal[]): number {
  const parent = goal.parent && all.find(each => each.id === goal.parent);
  return parent && all.indexOf(parent) < all.indexOf(goal) ? 1 + depth(parent, all) : 0;
}

const TONE: Record<Goal["status"], string> = { PLANNED: "medium", ON_TRACK: "low", BEHIND: "high", REACHED: "low", MISSED: "high" };

export function GoalLine({ goal }: { goal: Goal }) {
  const words = useWords();
  return (
    <>
      <span className={`badge ${TONE[goal.status]}`}>{words.t(`goal.${goal.status}` as Key)}</span>{" "}
      <span className="small">
        {words.t("goals.line", {
          value: words.number(goal.value),
          target: `${goal.direction === "AT_MOST" ? "≤ " : ""}${words.number(goal.target)}`,
          expected: words.number(goal.expected),
          end: words.day(goal.end),
        })}
      </span>
    </>
  );
}

export function GoalLink({ goal }: { goal: Goal }) {
  const { route } = useCommunity();
  return <Link to={linkTo(route, "goals", undefined, { goal: goal.id })}>{goal.name}</Link>;
}

/** Who counts for a goal, as far as that is asked of members: a goal of others adds up what they have. */
function membersOf(community: string, goal: Goal): string | undefined {
  return goal.measuredBy === "CHILDREN" || goal.start > goal.today
    ? undefined
    : pathOf(community, "active-members/members", {
        group: goal.group,
        kind: goal.metric === "NET_REVENUE" ? "purchase.made" : goal.kinds,
        audience: goal.audience,
        from: goal.start,
        to: goal.today < goal.end ? goal.today : goal.end,
      });
}

function CourseOf({ goal }: { goal: Goal }) {
  const words = useWords();
  const { community } = useCommunity();
  const path = pathOf(community, `goals/${encodeURIComponent(goal.id)}/course`);
  const loaded = useAnswer<Course>(path);
  const marks = useMarks();
  const draw = useCallback(
    (ink: Ink) => (loaded.state === "ready" ? course(ink, goal, loaded.data.items, words, marks) : {}),
    [loaded, goal, words, marks],
  );
  return (
    <Card
      title={goal.name}
      what={words.t("goals.courseWhat")}
      csv={path}
      who={membersOf(community, goal)}
      loaded={loaded}
      asOf={data => data.asOf}
      wide
      table={data => ({
        columns: [
          { head: words.t("figure.day"), cell: (row: GoalDay) => words.day(row.day) },
          { head: words.t("goals.there"), cell: (row: GoalDay) => (row.value === undefined ? "" : words.number(row.value)), number: true },
          { head: words.t("goals.plan"), cell: (row: GoalDay) => words.number(row.planned), number: true },
        ],
        rows: data.items,
      })}
    >
      {() => (
        <>
          <p>
            <GoalLine goal={goal} />{" "}
            {goal.forecast !== undefined && (
              <span className="small">
                {words.t("goals.forecastLine", {
                  forecast: words.number(goal.forecast),
                  margin: goal.margin === undefined ? "" : ` ± ${words.number(goal.margin)}`,
                })}
              </span>
            )}
          </p>
          <Chart draw={draw} label={goal.name} height={280} />
        </>
      )}
    </Card>
  );
}

function course(ink: Ink, goal: Goal, days: GoalDay[], words: Words, marks: ReturnType<typeof useMarks>) {
  const shown = days.map(day => day.day);
  // From what is there today straight to the forecast, with the margin on both sides.
  const ahead = (end?: number) =>
    end === undefined || goal.today >= goal.end
      ? []
      : days.map(day => (day.day === goal.today ? goal.value : day.day === goal.end ? end : null));
  const line = (name: string, data: (number | null | undefined)[], type: string, colour?: string) => ({
    name,
    type: "line",
    showSymbol: false,
    connectNulls: true,
    lineStyle: { type, width: type === "solid" ? 2.5 : 1.5, color: colour },
    itemStyle: colour ? { color: colour } : undefined,
    data,
  });
  const margin = goal.margin ?? 0;
  return {
    ...axes(ink, shown),
    series: [
      { ...line(words.t("goals.there"), days.map(day => day.value ?? null), "solid"), ...marks(ink, shown) },
      line(words.t("goals.plan"), days.map(day => day.planned), "dashed", ink.quiet),
      line(words.t("goals.forecast"), ahead(goal.forecast), "dotted", ink.series[1]),
      ...(margin > 0 && goal.forecast !== undefined
        ? [-margin, margin].map(each => line(words.t("goals.margin"), ahead(goal.forecast! + each), "dotted", ink.line))
        : []),
    ],
  };
}
