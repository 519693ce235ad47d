import { mapped, useAnswer } from "../api";
import { useCommunity } from "../community";
import { Alerts } from "../parts/alerts";
import { Card } from "../parts/card";
import { Link } from "../parts/link";
import { linkTo } from "../route";
import { type AsOf, pathOf } from "../span";
import { type Key, useWords } from "../words";
import { GoalLine, GoalLink, useGoals } from "./goals";
import { type Fleet, GroupCard } from "./groups";

export interface Risk {
  memberId: string;
  risk: number;
  band: "LOW" | "MEDIUM" | "HIGH";
  lastActiveDay: string;
  reasons: { sign: string; part: number }[];
}

/** From this risk on a member's band is HIGH. */
const HIGH = 0.6;

export function Today() {
  const words = useWords();
  const { community, route } = useCommunity();
  const outPath = pathOf(community, "groups/health", { outOfBand: "true", limit: 60 });
  const out = useAnswer<Fleet>(outPath);
  const fleetPath = pathOf(community, "groups/health", { sort: "SCORE", limit: 6 });
  const fleet = useAnswer<Fleet>(fleetPath);
  const uncoveredPath = pathOf(community, "groups/health", { coverage: "UNCOVERED", limit: 24 });
  const uncovered = useAnswer<Fleet>(uncoveredPath);
  const behind = mapped(useGoals(), data => ({ items: data.items.filter(goal => goal.status === "BEHIND" || goal.status === "MISSED") }));
  const atRisk = (limit?: number) => pathOf(community, "churn-risks", { minRisk: HIGH, limit });
  const risks = useAnswer<{ items: Risk[]; asOf: AsOf; next?: string }>(atRisk(10));
  return (
    <div className="cards">
      <Card
        title={words.t("today.groups")}
        what={words.t("today.groupsWhat")}
        csv={outPath}
        loaded={out}
        asOf={data => data.asOf}
        isEmpty={data => data.items.length === 0}
        empty={words.t("today.groupsNone")}
        wide
      >
        {data => (
          <ul className="fleet">
            {data.items.map(each => (
              <GroupCard key={each.group} health={each} />
            ))}
          </ul>
        )}
      </Card>
      <Alerts />
      <Card
        title={words.t("today.risk")}
        what={words.t("today.riskWhat")}
        csv={atRisk(200)}
        who={atRisk()}
        loaded={risks}
        asOf={data => data.asOf}
        isEmpty={data => data.items.length === 0}
        empty={words.t("today.riskNone")}
      >
        {data => (
          <ul className="risks">
            {data.items.map(each => (
              <li key={each.memberId}>
                <Link to={linkTo(route, "members", each.memberId)}>{each.memberId}</Link>
                <span className={`badge ${each.band.toLowerCase()}`}>
                  {words.number(each.risk, 2)} · {words.t(`band.${each.band}`)}
                </span>
                <span className="small">
                  {each.reasons
                    .filter(reason => reason.part > 0)
                    .map(reason => words.t(`sign.${reason.sign}` as Key))
                    .join(", ")}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card
        title={words.t("today.goals")}
        what={words.t("today.goalsWhat")}
        csv={pathOf(community, "goals")}
        loaded={behind}
        isEmpty={data => data.items.length === 0}
        empty={words.t("today.goalsNone")}
      >
        {data => (
          <ul className="plain">
            {data.items.map(goal => (
              <li key={goal.id}>
                <GoalLink goal={goal} />
                <GoalLine goal={goal} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card
        title={words.t("today.uncovered")}
        what={words.t("today.uncoveredWhat")}
        csv={uncoveredPath}
        loaded={uncovered}
        asOf={data => data.asOf}
        isEmpty={data => data.items.length === 0}
        empty={words.t("today.uncoveredNone")}
      >
        {data => (
          <ul className="plain">
            {data.items.map(each => (
              <GroupLink key={each.group} group={each.group} />
            ))}
          </ul>
        )}
      </Card>
      <Card
        title={words.t("today.worst")}
        what={words.t("today.worstWhat")}
        csv={fleetPath}
        loaded={fleet}
        asOf={data => data.asOf}
        isEmpty={data => data.items.length === 0}
        empty={words.t("groups.none")}
        wide
      >
        {data => (
          <ul className="fleet">
            {data.items.map(each => (
              <GroupCard key={each.group} health={each} />
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

function GroupLink({ group }: { group: string }) {
  const { route, groupName } = useCommunity();
  return (
    <li>
      <Link to={linkTo(route, "overview", undefined, { group })}>{groupName(group)}</Link>
    </li>
  );
}
