import type { FormEvent } from "react";
import { useAnswer } from "../api";
import { useCommunity } from "../community";
import { Big, Card } from "../parts/card";
import { go, linkTo } from "../route";
import { type AsOf, days, pathOf } from "../span";
import { type Key, useWords } from "../words";
import type { Risk } from "./today";

interface Rank {
  rank: number | null;
  score: number;
  members: number;
  asOf: AsOf;
}

interface Streak {
  current: number;
  longest: number;
  asOf: AsOf;
}

/** One member, or the way to one. */
export function Members() {
  const { route } = useCommunity();
  return route.item ? <Member key={route.item} id={route.item} /> : <Finder />;
}

function Finder() {
  const words = useWords();
  const { route } = useCommunity();
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem("member") as HTMLInputElement;
    if (field.value.trim()) go(linkTo(route, "members", field.value.trim()));
  };
  return (
    <form className="card bar" role="search" onSubmit={find}>
      <label>
        <span>{words.t("who.find")}</span>
        <input name="member" autoComplete="off" required maxLength={128} />
      </label>
      <button type="submit" className="main">
        {words.t("who.open")}
      </button>
    </form>
  );
}

function Member({ id }: { id: string }) {
  const words = useWords();
  const { community, span, group } = useCommunity();
  const own = `members/${encodeURIComponent(id)}`;
  const rank = useAnswer<Rank>(pathOf(community, `${own}/rank`, { by: "EVENTS", group, ...days(span) }));
  const streak = useAnswer<Streak>(pathOf(community, `${own}/streak`, { group }));
  const risk = useAnswer<Risk & { asOf: AsOf }>(pathOf(community, `${own}/churn-risk`));
  return (
    <>
      <Finder />
      <h2 className="who">{words.t("member.title", { id })}</h2>
      <div className="cards">
        <Card title={words.t("member.rank")} what={words.t("leaders.what")} loaded={rank} asOf={data => data.asOf} isEmpty={data => data.rank === null}>
          {data => <Big value={`${words.number(data.rank ?? 0)} / ${words.number(data.members)}`} note={words.number(data.score)} />}
        </Card>
        <Card title={words.t("member.streak")} what={words.t("member.calendarWhat")} loaded={streak} asOf={data => data.asOf}>
          {data => (
            <Big
              value={words.t("member.days", { n: words.number(data.current) })}
              note={words.t("member.longest", { n: words.number(data.longest) })}
            />
          )}
        </Card>
        <Card title={words.t("member.risk")} what={words.t("member.riskWhat")} loaded={risk} asOf={data => data.asOf}>
          {data => (
            <>
              <Big value={words.number(data.risk, 2)} note={words.t(`band.${data.band}`)} />
              <ul className="plain">
                {data.reasons
                  .filter(reason => reason.part > 0)
                  .map(reason => (
                    <li key={reason.sign}>{words.t(`sign.${reason.sign}` as Key)}</li>
                  ))}
              </ul>
            </>
          )}
        </Card>
      </div>
    </>
  );
}
