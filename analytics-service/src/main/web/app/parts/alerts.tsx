import { useMemo } from "react";
import { both, mapped, useAnswer } from "../api";
import { useCommunity } from "../community";
import { choose, linkTo } from "../route";
import { pathOf } from "../span";
import { type Key, useWords, type Words } from "../words";
import { Card, Choice } from "./card";
import { Link } from "./link";

/** What was told on hearth.signal; `detail` is the event's payload. */
interface Alert {
  id: string;
  kind: string;
  at: string;
  detail: Partial<{
    groupId: string;
    acts: number;
    actsSince: number;
    expected: number;
    expectedSince: number;
    hours: number;
    owner: string;
    memberId: string;
    band: "LOW" | "MEDIUM" | "HIGH";
    before: "LOW" | "MEDIUM" | "HIGH";
    goal: string;
    name: string;
    status: string;
    value: number;
    target: number;
  }>;
}

const ABOUT = {
  groups: ["signal.group-cold", "signal.group-flooded", "signal.group-spell-ended"],
  members: ["signal.churn-risk"],
  goals: ["signal.goal-status-changed", "signal.drift-found"],
} as const;
type About = keyof typeof ABOUT;

interface Told {
  items: Alert[];
}

const newestFirst = (one: Alert, other: Alert) => Date.parse(other.at) - Date.parse(one.at);

const RANK = { LOW: 0, MEDIUM: 1, HIGH: 2 };
const SHOWN = 30;

/** What was told of late, newest first, each with what to do about it. Many members at once are one line. */
export function Alerts() {
  const words = useWords();
  const { community, route } = useCommunity();
  const about = (Object.keys(ABOUT) as About[]).find(each => each === route.query.get("alerts")) ?? null;
  const ask = (kinds: readonly string[]) => pathOf(community, "alerts", { kind: [...kinds], limit: 200 });
  // Asked for apart, so that hundreds of members at risk do not push out the one group that fell silent.
  const first = useAnswer<Told>(ask(about ? ABOUT[about] : [...ABOUT.groups, ...ABOUT.goals]));
  const members = useAnswer<Told>(about ? null : ask(ABOUT.members));
  const lines = useMemo(
    () =>
      mapped(about ? mapped(first, told => [told]) : both(first, members), told =>
        folded(told.flatMap(each => each.items).sort(newestFirst)).slice(0, SHOWN),
      ),
    [about, first, members],
  );
  return (
    <Card
      title={words.t("alerts.title")}
      what={words.t("alerts.what")}
      csv={ask(about ? ABOUT[about] : [])}
      loaded={lines}
      isEmpty={data => data.length === 0}
      empty={words.t("alerts.none")}
      actions={
        <div className="choices">
          <Choice
            label={words.t("alerts.about")}
            value={about ?? "all"}
            options={(["all", ...(Object.keys(ABOUT) as About[])] as const).map(each => [each, words.t(`alerts.${each}`)] as const)}
            onChange={value => choose(route, { alerts: value === "all" ? null : value })}
          />
        </div>
      }
    >
      {data => (
        <ol className="plain alerts" tabIndex={0} aria-label={words.t("alerts.title")}>
          {data.map(line => (
            <li key={line.alert.id}>
              <Line line={line} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

interface Folded {
  alert: Alert;
  /** Members of whom the same was told one after the other; the newest first. */
  members: string[];
}

const rises = (alert: Alert) => RANK[alert.detail.band ?? "LOW"] > RANK[alert.detail.before ?? "LOW"];

/** Of members whose risk moves the same way one after the other one line; of the rest one each. */
function folded(alerts: Alert[]): Folded[] {
  const lines: Folded[] = [];
  alerts.forEach(alert => {
    const last = lines.at(-1);
    const member = alert.detail.memberId;
    if (member && last?.members.length && last.alert.detail.band === alert.detail.band && rises(last.alert) === rises(alert)) {
      if (!last.members.includes(member)) last.members.push(member);
    } else {
      lines.push({ alert, members: member ? [member] : [] });
    }
  });
  return lines;
}

function Line({ line }: { line: Folded }) {
  const words = useWords();
  const { alert } = line;
  return (
    <>
      <time className="small" dateTime={alert.at}>
        {words.moment(alert.at)}
      </time>
      <span className="told">
        <Subject line={line} /> <span className={`badge ${tone(alert)}`}>{said(alert, words)}</span>
      </span>
      <span className="small">{todo(alert, words)}</span>
    </>
  );
}

const NAMED = 3;

function Subject({ line: { alert, members } }: { line: Folded }) {
  const words = useWords();
  const { route, groupName } = useCommunity();
  const { groupId, goal, name } = alert.detail;
  if (groupId) return <Link to={linkTo(route, "overview", undefined, { group: groupId })}>{groupName(groupId)}</Link>;
  if (goal) return <Link to={linkTo(route, "goals", undefined, { goal })}>{name ?? goal}</Link>;
  if (members.length === 0) return <span>{words.t("alerts.suite")}</span>;
  return (
    <>
      {members.slice(0, NAMED).map((member, index) => (
        <span key={member}>
          {index > 0 && ", "}
          <Link to={linkTo(route, "members", member)}>{member}</Link>
        </span>
      ))}
      {members.length > NAMED && ` ${words.t("alerts.andMore", { n: words.number(members.length - NAMED) })}`}
    </>
  );
}

function tone({ kind, detail }: Alert): string {
  switch (kind) {
    case "signal.group-cold":
    case "signal.group-flooded":
    case "signal.drift-found":
      return "high";
    case "signal.churn-risk":
      return (detail.band ?? "low").toLowerCase();
    case "signal.goal-status-changed":
      return detail.status === "BEHIND" || detail.status === "MISSED" ? "high" : "low";
    default:
      return "low";
  }
}

function said({ kind, detail }: Alert, words: Words): string {
  switch (kind) {
    case "signal.churn-risk":
      return words.t("alerts.risk", { band: words.t(`band.${detail.band ?? "LOW"}`) });
    case "signal.goal-status-changed":
      return words.maybe(`goal.${detail.status}`, detail.status ?? "");
    default:
      return words.maybe(`alerts.${kind}`, kind);
  }
}

function todo(alert: Alert, words: Words): string {
  const { kind, detail } = alert;
  const filled = {
    acts: words.number(detail.acts ?? detail.actsSince ?? 0),
    expected: words.number(detail.expected ?? detail.expectedSince ?? 0, 1),
    hours: words.number(detail.hours ?? 0),
    owner: detail.owner ?? "",
    value: words.number(detail.value ?? 0),
    target: words.number(detail.target ?? 0),
  };
  switch (kind) {
    case "signal.group-cold":
      return words.t(detail.owner ? "todo.coldOwner" : "todo.cold", filled);
    case "signal.churn-risk":
      return words.t(rises(alert) ? "todo.risk" : "todo.riskFell");
    case "signal.goal-status-changed":
      return words.t(detail.status === "BEHIND" ? "todo.behind" : "todo.goal", filled);
    default: {
      const key = `todo.${kind}`;
      return words.maybe(key, "") && words.t(key as Key, filled);
    }
  }
}
