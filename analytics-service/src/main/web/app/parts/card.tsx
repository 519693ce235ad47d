import { type ReactNode, useId, useState } from "react";
import type { Loaded, Missing, Problem } from "../api";
import type { AsOf } from "../span";
import { type Key, useWords } from "../words";
import { type Column, DataTable } from "./table";
import { Who } from "./who";

export interface TableOf<R> {
  columns: Column<R>[];
  rows: R[];
}

interface CardProps<T> {
  title: string;
  /** What the figure is, in a sentence or two. */
  what: string;
  /** Where it comes from: its CSV is there too. */
  csv?: string | null;
  /** The list of the members behind it. */
  who?: string;
  loaded: Loaded<T>;
  isEmpty?: (data: T) => boolean;
  empty?: string;
  asOf?: (data: T) => AsOf | undefined;
  wide?: boolean;
  /** A third of the width: for one number among three. */
  third?: boolean;
  table?: (data: T) => TableOf<any>;
  actions?: ReactNode;
  children: (data: T) => ReactNode;
}

/** One thing to look at: what it is, who is behind it, its data, and in each of its states something to read. */
export function Card<T>(props: CardProps<T>) {
  const words = useWords();
  const id = useId();
  const [explained, explain] = useState(false);
  const [tabled, setTabled] = useState(false);
  const ready = props.loaded.state === "ready" ? props.loaded.data : null;
  const asOf = ready && props.asOf?.(ready);
  const table = ready && !props.isEmpty?.(ready) ? props.table?.(ready) : undefined;
  return (
    <section className={`card${props.wide ? " wide" : props.third ? " third" : ""}`} aria-labelledby={id} aria-busy={props.loaded.state === "loading"}>
      <header>
        <h2 id={id}>{props.title}</h2>
        <div className="actions">
          {props.actions}
          <button type="button" className="quiet" aria-expanded={explained} onClick={() => explain(!explained)}>
            <span aria-hidden="true">?</span>
            <span className="unseen">{`${words.t("card.define")} ${props.title}`}</span>
          </button>
          {table && (
            <button type="button" className="quiet" aria-pressed={tabled} onClick={() => setTabled(!tabled)}>
              <span aria-hidden="true">{tabled ? "◔" : "☰"}</span>
              <span className="unseen">{`${words.t(tabled ? "card.chart" : "card.table")}: ${props.title}`}</span>
            </button>
          )}
          {props.who && <Who path={props.who} of={props.title} />}
          {props.csv && (
            <a className="quiet" href={`${props.csv}${props.csv.includes("?") ? "&" : "?"}format=csv`} download>
              {words.t("card.csv")}
              <span className="unseen">{`: ${props.title}`}</span>
            </a>
          )}
        </div>
      </header>
      {explained && <p className="what">{props.what}</p>}
      {asOf && (asOf.catchingUp || asOf.lag > 1_000) && (
        <p className="stale" role="status">
          {words.t(asOf.catchingUp ? "live.catchingUp" : "live.behind", { n: words.number(asOf.lag) })}
        </p>
      )}
      {props.loaded.state === "ready" && props.loaded.late && <Late missing={props.loaded.late} />}
      {ready !== null && tabled && table ? (
        <DataTable caption={props.title} {...table} />
      ) : (
        <Content {...props} />
      )}
    </section>
  );
}

function Content<T>({ loaded, isEmpty, empty, children }: CardProps<T>) {
  const words = useWords();
  switch (loaded.state) {
    case "loading":
      return (
        <div className="skeleton" role="status">
          <span className="unseen">{words.t("card.loading")}</span>
        </div>
      );
    case "failed":
      return (
        <div className="failed" role="alert">
          <Said problem={loaded.problem} />
          <button type="button" onClick={loaded.retry}>
            {words.t("card.retry")}
          </button>
        </div>
      );
    case "ready":
      return isEmpty?.(loaded.data) ? <p className="empty">{empty ?? words.t("card.empty")}</p> : children(loaded.data);
  }
}

/** What a problem says, in the language of the page where it has words for it. */
function Said({ problem }: { problem: Problem }) {
  const words = useWords();
  const detail = words.maybe(`problem.${problem.kind}.hint`, problem.detail);
  return (
    <>
      <p>{words.maybe(`problem.${problem.kind}`, problem.title || words.t("card.failed"))}</p>
      {detail && <p className="small">{detail}</p>}
    </>
  );
}

/** That what is shown is not what is now. */
function Late({ missing }: { missing: Missing }) {
  const words = useWords();
  return (
    <p className="stale" role="status">
      {words.t("card.late", { why: words.maybe(`problem.${missing.problem.kind}`, missing.problem.title || words.t("card.failed")) })}{" "}
      <button type="button" onClick={missing.retry}>
        {words.t("card.retry")}
      </button>
    </p>
  );
}

/** One number, large, and how it moved. */
export function Big({ value, note, children }: { value: string; note?: string; children?: ReactNode }) {
  return (
    <p className="big">
      <strong>{value}</strong>
      {note && <span className="small">{note}</span>}
      {children}
    </p>
  );
}

/** A choice of few, all seen. */
export function Choice<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: V;
  options: readonly (readonly [V, string])[];
  onChange: (value: V) => void;
}) {
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      {options.map(([option, text]) => (
        <button key={option} type="button" aria-pressed={option === value} onClick={() => onChange(option)}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}

export function moodWord(words: ReturnType<typeof useWords>, mood: string | null): string {
  return words.t((mood ? `mood.${mood}` : "mood.none") as Key);
}
