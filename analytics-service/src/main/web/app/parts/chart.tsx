import { BarChart, HeatmapChart, LineChart } from "echarts/charts";
import {
  CalendarComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useTheme } from "../theme";
import { useWords, type Words } from "../words";

echarts.use([
  BarChart,
  LineChart,
  HeatmapChart,
  CalendarComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  CanvasRenderer,
]);

export type Option = echarts.EChartsCoreOption;

/** The theme's colours as a chart needs them. */
export interface Ink {
  text: string;
  quiet: string;
  line: string;
  surface: string;
  series: string[];
  ramp: string[];
}

function ink(): Ink {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: of("--text"),
    quiet: of("--quiet"),
    line: of("--line"),
    surface: of("--surface"),
    series: [1, 2, 3, 4, 5, 6].map(number => of(`--series-${number}`)),
    ramp: [0, 1, 2, 3].map(number => of(`--ramp-${number}`)),
  };
}

/** What all charts have in common. Tooltips are drawn, never made of HTML: names from data cannot become markup. */
function common(colours: Ink): Option {
  return {
    color: colours.series,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colours.text },
    animationDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250,
    grid: { left: 8, right: 16, top: 28, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 12 },
      confine: true,
    },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8, textStyle: { color: colours.quiet, fontSize: 12 } },
  };
}

export function axes(colours: Ink, categories: string[], format?: (value: number) => string): Option {
  return {
    xAxis: {
      type: "category",
      data: categories,
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { color: colours.quiet, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.quiet, hideOverlap: true, formatter: format },
    },
  };
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** An axis of days, as the language writes days: short below the axis, whole where one points. */
function spoken(axis: unknown, words: Words): object {
  const own = (axis ?? {}) as { type?: string; data?: unknown[]; axisLabel?: object };
  const first = own.data?.[0];
  if (own.type !== "category" || typeof first !== "string" || !DAY.test(first)) return own;
  return {
    ...own,
    axisLabel: { ...own.axisLabel, formatter: (day: string) => words.shortDay(day) },
    axisPointer: { label: { formatter: ({ value }: { value: string }) => words.day(value) } },
  };
}

/** What one series is, the title says. */
const many = (series: unknown) => Array.isArray(series) && series.length > 1;

/** Few bars are not wide ones. */
const slim = (series: unknown) =>
  Array.isArray(series) ? series.map(each => (each.type === "bar" ? { barMaxWidth: 56, ...each } : each)) : series;

/**
 * The days before, drawn beside those looked at: in the background, and not by colour alone. No series where nothing is
 * compared.
 *
 * @param more what this chart draws in another way
 */
export function earlier(colours: Ink, type: "line" | "bar", name: string, data: unknown[] | null | undefined, more: object = {}): object[] {
  if (!data) return [];
  const look =
    type === "line"
      ? { showSymbol: false, lineStyle: { type: "dashed", width: 1.5, color: colours.quiet }, itemStyle: { color: colours.quiet } }
      : { itemStyle: { color: "transparent", borderColor: colours.quiet, borderType: "dashed", borderWidth: 1 } };
  return [{ name, type, z: 1, ...look, ...more, data }];
}

/** A chart; what it shows is also told as text, by the table that its card offers. */
export function Chart({
  draw,
  label,
  height = 240,
  atLeast,
  latest,
  onPick,
}: {
  draw: (colours: Ink) => Option;
  label: string;
  height?: number;
  /** How wide it must be to be read, in pixels; it moves sideways where there is less room. */
  atLeast?: number;
  /** Where it moves sideways, its right end is shown first. */
  latest?: boolean;
  onPick?: (picked: { seriesIndex: number; dataIndex: number; data: unknown }) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const theme = useTheme();
  const words = useWords();
  useEffect(() => {
    const made = echarts.init(place.current!, null, { renderer: "canvas" });
    made.on("click", event =>
      pick.current?.({ seriesIndex: event.seriesIndex ?? 0, dataIndex: event.dataIndex, data: event.data }),
    );
    chart.current = made;
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(place.current!);
    if (latest && place.current!.parentElement) place.current!.parentElement.scrollLeft = place.current!.scrollWidth;
    return () => {
      watcher.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    const colours = ink();
    const own = draw(colours);
    const shared = common(colours);
    chart.current?.setOption(
      { ...shared, legend: { ...(shared.legend as object), show: many(own.series) }, ...own, series: slim(own.series), ...(own.calendar ? {} : { xAxis: spoken(own.xAxis, words) }), tooltip: { ...(shared.tooltip as object), ...((own.tooltip as object) ?? {}) } },
      { notMerge: true },
    );
  }, [draw, theme, words]);
  const drawn = <div ref={place} className="chart" style={{ height, minWidth: atLeast }} role="img" aria-label={label} />;
  return atLeast === undefined ? (
    drawn
  ) : (
    <div className="roll" tabIndex={0} role="group" aria-label={label}>
      {drawn}
    </div>
  );
}
