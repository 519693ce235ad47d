import { useMemo } from "react";
import { useAnswer } from "../api";
import { useCommunity } from "../community";
import { pathOf } from "../span";
import type { Mark } from "../views/journal";
import type { Ink } from "./chart";

const MOST = 50;

/** The journal's marks on the days shown, as a chart of days draws them into its first series. */
export function useMarks(): (ink: Ink, shown: string[]) => object {
  const { community, span, group } = useCommunity();
  const loaded = useAnswer<{ items: Mark[] }>(pathOf(community, "journal-marks", { from: span.from, to: span.to, group, limit: MOST }));
  return useMemo(
    () => (ink: Ink, shown: string[]) => {
      // A chart without its marks is better than none.
      const marks = loaded.state === "ready" ? loaded.data.items : [];
      return {
        markLine: {
          symbol: ["none", "none"],
          animation: false,
          lineStyle: { color: ink.quiet, type: "solid", width: 1 },
          label: { color: ink.quiet, fontSize: 11, formatter: (mark: { name: string }) => short(mark.name), position: "end" },
          data: marks.filter(mark => shown.includes(mark.from)).map(mark => ({ name: mark.title, xAxis: mark.from })),
        },
      };
    },
    [loaded],
  );
}

const short = (title: string) => (title.length > 24 ? `${title.slice(0, 23)}…` : title);
