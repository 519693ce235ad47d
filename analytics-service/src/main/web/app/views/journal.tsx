import { type FormEvent, useState } from "react";
import { Problem, send, useAnswer } from "../api";
import { useCommunity } from "../community";
import { Card } from "../parts/card";
import { DataTable } from "../parts/table";
import { type AsOf, pathOf } from "../span";
import { useWords } from "../words";

export interface Mark {
  id: string;
  title: string;
  from: string;
  to: string;
  group?: string;
  changedBy: string;
}

interface Effect {
  enoughDays: boolean;
  before?: number;
  after?: number;
  asOf: AsOf;
}

/** What was tried, and what came after it. */
export function Journal() {
  const words = useWords();
  const { community, group, to } = useCommunity();
  const [turn, setTurn] = useState(0);
  const [refusal, refuse] = useState<string | null>(null);
  const path = pathOf(community, "journal-marks", { group, limit: 100 });
  const loaded = useAnswer<{ items: Mark[] }>(path, turn);
  const note = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const said = new FormData(form);
    const mark = { title: said.get("title"), from: said.get("from"), to: said.get("to") || said.get("from"), group: group ?? undefined };
    send("PUT", pathOf(community, `journal-marks/${crypto.randomUUID()}`), mark).then(
      () => {
        refuse(null);
        form.reset();
        setTurn(turn + 1);
      },
      fault => refuse(fault instanceof Problem ? fault.message : String(fault)),
    );
  };
  return (
    <div className="cards">
      <section className="card wide" aria-labelledby="journal-add">
        <header>
          <h2 id="journal-add">{words.t("journal.add")}</h2>
        </header>
        <form className="bar" onSubmit={note}>
          <label className="long">
            <span>{words.t("journal.tried")}</span>
            <input name="title" required maxLength={200} autoComplete="off" />
          </label>
          <label>
            <span>{words.t("window.from")}</span>
            <input name="from" type="date" required defaultValue={to} />
          </label>
          <label>
            <span>{words.t("window.to")}</span>
            <input name="to" type="date" />
          </label>
          <button type="submit" className="main">
            {words.t("journal.note")}
          </button>
        </form>
        {refusal && (
          <p className="failed" role="alert">
            {refusal}
          </p>
        )}
      </section>
      <Card
        title={words.t("nav.journal")}
        what={words.t("journal.what")}
        csv={path}
        loaded={loaded}
        isEmpty={data => data.items.length === 0}
        empty={words.t("journal.none")}
        wide
      >
        {data => (
          <DataTable
            caption={words.t("nav.journal")}
            columns={[
              { head: words.t("figure.when"), cell: mark => (mark.from === mark.to ? words.day(mark.from) : `${words.day(mark.from)} – ${words.day(mark.to)}`) },
              { head: words.t("journal.tried"), cell: mark => mark.title },
              { head: words.t("journal.effect"), cell: mark => <After mark={mark} />, number: true },
              { head: words.t("journal.by"), cell: mark => mark.changedBy },
            ]}
            rows={[...data.items].sort((one, other) => other.from.localeCompare(one.from))}
          />
        )}
      </Card>
    </div>
  );
}

function After({ mark }: { mark: Mark }) {
  const words = useWords();
  const { community } = useCommunity();
  const effect = useAnswer<Effect>(pathOf(community, `journal-marks/${encodeURIComponent(mark.id)}/effect`, { metric: "ACTIVE_MEMBERS", weeks: 2 }));
  if (effect.state !== "ready") return <span>…</span>;
  const { enoughDays, before, after } = effect.data;
  return (
    <span>
      {enoughDays && before !== undefined && after !== undefined
        ? `${words.number(before, 1)} → ${words.number(after, 1)}`
        : words.t("journal.tooFew")}
    </span>
  );
}
