import { type ReactNode, useState } from "react";
import { useAnswer } from "../api";
import { useCommunity } from "../community";
import { Card, Choice, moodWord } from "../parts/card";
import { Link } from "../parts/link";
import { Moved, useMovedColumn } from "../parts/moved";
import { Who } from "../parts/who";
import { choose, linkTo } from "../route";
import { type AsOf, pathOf, shift } from "../span";
import { type Key, useWords, type Words } from "../words";

export interface Health {
  group: string;
  /** 0 to 100, as its parts. */
  score: number | null;
  parts: Record<"activity" | "steadiness" | "participation" | "stickiness" | "value", number | null>;
  mood: "COLD" | "FLOODED" | null;
  moodSince?: string;
  /** Of the 28 days that are looked at. */
  lastDay: string;
  acts: number;
  activeMembers: number;
  members: number;
  operators: number;
  activeOperators: number;
  covered: boolean;
  /** 28 days earlier, where that is asked for. */
  before?: Pick<Health, "score" | "parts" | "activeMembers">;
}

export interface Fleet {
  asOf: AsOf;
  groups: number;
  uncovered: number;
  items: Health[];
  next?: string;
}

const PARTS = ["activity", "steadiness", "participation", "stickiness", "value"] as const;
const SORTS = ["SCORE", "ACTIVITY", "STEADINESS", "PARTICIPATION", "STICKINESS", "VALUE"] as const;

export function Groups() {
  const words = useWords();
  const { route, community, groupName } = useCommunity();
  const moved = useMovedColumn();
  const compare = route.query.get("compare") === "1";
  const sort = SORTS.find(each => each === route.query.get("sort")) ?? "SCORE";
  const uncovered = route.query.get("coverage") === "UNCOVERED";
  const asked = { sort, coverage: uncovered ? "UNCOVERED" : null, before: compare ? "true" : null, limit: 60 };
  const [cursors, setCursors] = useState<string[]>([]);
  const path = pathOf(community, "groups/health", { ...asked, cursor: cursors.at(-1) });
  const loaded = useAnswer<Fleet>(path);
  const pick = (changes: Record<string, string | null>) => {
    setCursors([]);
    choose(route, changes);
  };
  return (
    <div className="cards">
      <Card
        title={words.t("groups.title")}
        what={words.t("groups.what")}
        csv={pathOf(community, "groups/health", { ...asked, limit: 200 })}
        loaded={loaded}
        asOf={data => data.asOf}
        isEmpty={data => data.items.length === 0}
        empty={words.t("groups.none")}
        wide
        table={data => ({
          columns: [
            { head: words.t("groups.group"), cell: (row: Health) => <GroupLink group={row.group}>{groupName(row.group)}</GroupLink> },
            { head: words.t("groups.score"), cell: (row: Health) => scoreOf(row.score, words), number: true },
            ...moved(words.t("groups.score"), (row: Health) => ({ now: row.score, before: row.before?.score, unit: "score", decimals: 1 })),
            ...PARTS.map(part => ({
              head: words.t(`groups.${part}`),
              cell: (row: Health) => scoreOf(row.parts[part], words),
              number: true,
            })),
            { head: words.t("groups.active"), cell: (row: Health) => <ActiveMembers health={row} />, number: true },
            ...moved(words.t("groups.active"), (row: Health) => ({ now: row.activeMembers, before: row.before?.activeMembers })),
            { head: words.t("groups.members"), cell: (row: Health) => words.number(row.members), number: true },
            { head: words.t("groups.mood"), cell: (row: Health) => moodWord(words, row.mood) },
          ],
          rows: data.items,
        })}
        actions={
          <div className="choices">
            <Choice
              label={words.t("groups.sort")}
              value={sort}
              options={SORTS.map(each => [each, words.t(`groups.${each.toLowerCase()}` as Key)] as const)}
              onChange={value => pick({ sort: value })}
            />
            <Choice
              label={words.t("groups.operators")}
              value={uncovered ? "UNCOVERED" : "all"}
              options={[
                ["all", words.t("groups.all")],
                ["UNCOVERED", words.t("groups.UNCOVERED")],
              ]}
              onChange={value => pick({ coverage: value === "all" ? null : value })}
            />
          </div>
        }
      >
        {data => (
          <>
            <p className="small">{words.t("groups.count", { n: words.number(data.groups), u: words.number(data.uncovered) })}</p>
            <ul className="fleet">
              {data.items.map(each => (
                <GroupCard key={each.group} health={each} />
              ))}
            </ul>
            <div className="bar">
              {cursors.length > 0 && (
                <button type="button" onClick={() => setCursors(cursors.slice(0, -1))}>
                  ←
                </button>
              )}
              {data.next && (
                <button type="button" onClick={() => setCursors([...cursors, data.next!])}>
                  {words.t("app.more")}
                </button>
              )}
            </div>
          </>
        )}
      </Card>
    </div>
  );
}

const scoreOf = (score: number | null, words: Words) => (score === null ? "–" : words.number(score));

function GroupLink({ group, children }: { group: string; children: ReactNode }) {
  const { route } = useCommunity();
  return <Link to={linkTo(route, "overview", undefined, { group })}>{children}</Link>;
}

/** How many were active, and who. */
function ActiveMembers({ health }: { health: Health }) {
  const words = useWords();
  const { community, groupName } = useCommunity();
  const looked = { group: health.group, from: shift(health.lastDay, -27), to: health.lastDay };
  return (
    <Who
      path={pathOf(community, "active-members/members", looked)}
      of={groupName(health.group)}
      text={words.number(health.activeMembers)}
    />
  );
}

export function GroupCard({ health }: { health: Health }) {
  const words = useWords();
  const { groupName } = useCommunity();
  return (
    <li className={`group ${health.mood ? health.mood.toLowerCase() : ""}`}>
      <h3>
        <GroupLink group={health.group}>{groupName(health.group)}</GroupLink>
        <span className="score">{scoreOf(health.score, words)}</span>
      </h3>
      {health.before && <Moved now={health.score} before={health.before.score} unit="score" decimals={1} />}
      {health.mood && (
        <p className="small mood">
          <span aria-hidden="true">{health.mood === "COLD" ? "❄" : "≋"}</span> {moodWord(words, health.mood)}
          {health.moodSince && ` · ${words.t("mood.since", { when: words.moment(health.moodSince) })}`}
        </p>
      )}
      <p className="small">
        {words.t("groups.active")} <ActiveMembers health={health} /> / {words.number(health.members)}
        {!health.covered && <span className="mood"> · {words.t("groups.UNCOVERED")}</span>}
      </p>
      <dl className="parts">
        {PARTS.map(part => (
          <div key={part}>
            <dt>{words.t(`groups.${part}`)}</dt>
            <dd>
              <meter min={0} max={100} low={35} high={65} optimum={100} value={health.parts[part] ?? 0}>
                {health.parts[part] === null ? "–" : words.number(health.parts[part]!)}
              </meter>
              <span className="unseen">{health.parts[part] === null ? "–" : words.number(health.parts[part]!)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
