import { useCommunity } from "../community";
import { useWords, type Words } from "../words";
import type { Column } from "./table";

/** How a number is written: as it is, as a share of one, or as a score that moves by points. */
export type Unit = "number" | "share" | "score";

interface Movement {
  now: number | null | undefined;
  /** What it was in the days it is compared with; none shows nothing. */
  before: number | null | undefined;
  unit?: Unit;
  decimals?: number;
  /** More of it is neither good nor bad. */
  plain?: boolean;
}

const written = (words: Words, value: number, unit: Unit, decimals: number) =>
  unit === "share" ? words.percent(value) : words.number(value, decimals);

/** Numbers move by a share of what they were; shares by points, as a share of a share says little. */
function movement(words: Words, now: number, before: number, unit: Unit): string | null {
  if (unit === "score") return words.more(now - before);
  if (unit === "share") return words.t("change.points", { n: words.more((now - before) * 100) });
  return before === 0 ? null : words.signed(now / before - 1);
}

export function Moved({ now, before, unit = "number", decimals = 0, plain }: Movement) {
  const words = useWords();
  if (now === null || now === undefined || before === null || before === undefined) return null;
  const by = movement(words, now, before, unit);
  return (
    <span className="moved">
      {by && (
        <span className={plain || now === before ? "same" : now < before ? "down" : "up"}>
          <span aria-hidden="true">{now === before ? "=" : now < before ? "▼" : "▲"}</span> {by}
        </span>
      )}{" "}
      <span className="small">{words.t("change.was", { n: written(words, before, unit, decimals) })}</span>
    </span>
  );
}

/** The column of a table that says how another one moved; none while nothing is compared. */
export function useMovedColumn() {
  const words = useWords();
  const { compared } = useCommunity();
  return <R,>(head: string, of: (row: R) => Movement): Column<R>[] =>
    compared ? [{ head: `${head} · ${words.t("window.before")}`, cell: row => <Moved {...of(row)} />, number: true }] : [];
}
