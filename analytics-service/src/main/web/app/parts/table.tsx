import type { ReactNode } from "react";
import { useState } from "react";
import { useWords } from "../words";

export interface Column<R> {
  head: string;
  cell: (row: R) => ReactNode;
  /** Numbers stand to the right. */
  number?: boolean;
  /** Text of more than a few words. */
  prose?: boolean;
}

/** What can be asked for beyond the rows that are here. */
export interface Further {
  more?: () => void;
  waiting: boolean;
}

const FIRST = 25;

/** Rows under heads. Long lists are shown by and by, so that no view is slow. */
export function DataTable<R>({
  caption,
  columns,
  rows,
  further,
  stacked,
}: {
  caption: string;
  columns: Column<R>[];
  rows: R[];
  further?: Further;
  /** On a phone each row stands as a few lines, so that nothing of it must be scrolled to. */
  stacked?: boolean;
}) {
  const words = useWords();
  const [shown, show] = useState(FIRST);
  const hidden = rows.length - shown;
  const more = () => {
    show(shown + 4 * FIRST);
    if (hidden <= 0) further?.more?.();
  };
  // Rows that are laid out otherwise are no rows to a screen reader, unless they say so.
  const as = (role: string) => (stacked ? role : undefined);
  return (
    <div className={stacked ? "table stacked" : "table"} tabIndex={0} role="region" aria-label={caption}>
      <table role={as("table")}>
        <caption className="unseen">{caption}</caption>
        <thead role={as("rowgroup")}>
          <tr role={as("row")}>
            {columns.map(column => (
              <th key={column.head} scope="col" role={as("columnheader")} className={column.number ? "number" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={as("rowgroup")}>
          {rows.slice(0, shown).map((row, index) => (
            <tr key={index} role={as("row")}>
              {columns.map(column => (
                <td key={column.head} role={as("cell")} className={column.number ? "number" : column.prose ? "prose" : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {(hidden > 0 || further?.more) && (
        <button type="button" disabled={further?.waiting} onClick={more}>
          {words.t("app.more")}
          {hidden > 0 && ` (${words.number(hidden)})`}
        </button>
      )}
    </div>
  );
}
