import { useMemo } from "react";
import { useAnswer } from "../api";
import { useCommunity } from "../community";
import { pathOf } from "../span";
import type { Mark } from "../views/journal";
import type { Ink } from "./chart";

const MOST = 50;
/** How wide a label is at most, and how much of the window a chart takes. */
const LABEL_WIDTH = 150;
const CHART_SHARE = 0.75;
const ROWS = 4;
const ROW_HEIGHT = 14;

/**
 * The journal's marks on the days shown, as a chart of time draws them into its first series.
 *
 * The function it gives takes what the axis says, and the first day of each of these periods.
 */
export function useMarks(): (ink: Ink, shown: string[], starts?: string[]) => object {
  const { community, span, group } = useCommunity();
  const loaded = useAnswer<{ items: Mark[] }>(pathOf(community, "journal-marks", { from: span.from, to: span.to, group, limit: MOST }));
  return useMemo(
    () => (ink: Ink, shown: string[], starts = shown) => {
      // A chart without its marks is better than none.
      const marks = loaded.state === "ready" ? loaded.data.items : [];
      const label = { color: ink.quiet, fontSize: 11, backgroundColor: ink.surface, padding: [0, 2], position: "end" };
      return {
        markLine: {
          symbol: ["none", "none"],
          animation: false,
          lineStyle: { color: ink.quiet, type: "solid", width: 1 },
          label: { ...label, formatter: (mark: { name: string }) => mark.name },
          data: labelled(marks, starts).map(({ place, name, row }) => ({
            name,
            xAxis: shown[place],
            label: { distance: 4 - row * ROW_HEIGHT },
          })),
        },
      };
    },
    [loaded],
  );
}

/** One label for each period that has marks, in the first row where it does not lie over the one before it. */
function labelled(marks: Mark[], starts: string[]): { place: number; name: string; row: number }[] {
  const near = (LABEL_WIDTH / (window.innerWidth * CHART_SHARE)) * starts.length;
  const ends = new Array<number>(ROWS).fill(-Infinity);
  const places = marks.map(mark => starts.findLastIndex(each => each <= mark.from));
  return starts.flatMap((_, place) => {
    const [first, ...others] = marks.filter((_, index) => places[index] === place);
    if (!first) return [];
    const free = ends.findIndex(end => place - end >= near);
    const row = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
    ends[row] = place;
    return [{ place, name: short(first.title) + (others.length > 0 ? ` +${others.length}` : ""), row }];
  });
}

const short = (title: string) => (title.length > 24 ? `${title.slice(0, 23)}…` : title);
