import { useMemo } from "react";
import { useCommunity } from "../community";
import { Card, Choice } from "../parts/card";
import { Link } from "../parts/link";
import { useMovedColumn } from "../parts/moved";
import { DataTable } from "../parts/table";
import { choose, linkTo } from "../route";
import { type AsOf, days, pathOf, useCompared } from "../span";
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
  const asked = { group, candidates: candidates ? "true" : null };
  const { path, now: loaded, before } = useCompared<{ items: Orbit[]; asOf: AsOf }>("influences", { ...asked, limit: 100 });
  const were = useMemo(() => new Map(before?.items.map(item => [item.memberId, item])), [before]);
  const moved = useMovedColumn();
  return (
    <div className="cards">
      <Card
        title={words.t("influence.title")}
        what={words.t("influence.what")}
        csv={path}
        who={pathOf(community, "influences", { ...asked, ...days(span) })}
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
              ...moved(words.t("influence.gravity"), (row: Orbit) => ({
                now: row.gravity,
                before: were.get(row.memberId)?.gravity,
                decimals: 1,
              })),
              ...moved(words.t("influence.reach"), (row: Orbit) => ({ now: row.reach, before: were.get(row.memberId)?.reach })),
            ]}
            rows={data.items}
          />
        )}
      </Card>
    </div>
  );
}
