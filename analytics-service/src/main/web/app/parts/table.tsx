import type { ReactNode } from "react";
import { useState } from "react";
import { useWords } from "../words";

export interface Column<R> {
  head: string;
  cell: (row: R) => ReactNode;
  /** Numbers stand to the right. */
  number?: boolean;
}

const FIRST = 25;

/** Rows under heads. Long lists are shown by and by, so that no view is slow. */
export function DataTable<R>({ caption, columns, rows }: { caption: string; columns: Column<R>[]; rows: R[] }) {
  const words = useWords();
  const [shown, show] = useState(FIRST);
  return (
    <div className="table" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.head} scope="col" className={column.number ? "number" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, index) => (
            <tr key={index}>
              {columns.map(column => (
                <td key={column.head} className={column.number ? "number" : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <button type="button" onClick={() => show(shown + 4 * FIRST)}>
          {words.t("app.more")} ({words.number(rows.length - shown)})
        </button>
      )}
    </div>
  );
}
