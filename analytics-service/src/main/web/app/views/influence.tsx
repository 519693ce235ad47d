import { useAnswer } from "../api";
import { useCommunity } from "../community";
import { Card, Choice } from "../parts/card";
import { Link } from "../parts/link";
import { DataTable } from "../parts/table";
import { choose, linkTo } from "../route";
import { type AsOf, days, pathOf } from "../span";
import { useWords } from "../words";

interface Orbit {
  memberId: string;
  love: number;
  reach: number;
  gravity: number;
}

export function Influence() {
  const words = useWords();
  const { route, community, span, group } = useCommunity();
  const candidates = route.query.get("kol") === "1";
  const path = pathOf(community, "influences", { ...days(span), group, candidates: candidates ? "true" : null, limit: 100 });
  const loaded = useAnswer<{ items: Orbit[]; asOf: AsOf }>(path);
  return (
    <div className="cards">
      <Card
        title={words.t("influence.title")}
        what={words.t("influence.what")}
        csv={path}
        loaded={loaded}
        asOf={data => data.asOf}
        isEmpty={data => data.items.length === 0}
        wide
        actions={
          <div className="choices">
            <Choice
              label={words.t("influence.show")}
              value={candidates ? "kol" : "all"}
              options={[
                ["all", words.t("influence.all")],
                ["kol", words.t("influence.candidates")],
              ]}
              onChange={value => choose(route, { kol: value === "kol" ? "1" : null })}
            />
          </div>
        }
      >
        {data => (
          <DataTable
            caption={words.t("influence.title")}
            columns={[
              { head: words.t("leaders.member"), cell: row => <Link to={linkTo(route, "members", row.memberId)}>{row.memberId}</Link> },
              { head: words.t("influence.gravity"), cell: row => words.number(row.gravity, 1), number: true },
              { head: words.t("influence.love"), cell: row => words.number(row.love, 1), number: true },
              { head: words.t("influence.reach"), cell: row => words.number(row.reach), number: true },
            ]}
            rows={data.items}
          />
        )}
      </Card>
    </div>
  );
}
