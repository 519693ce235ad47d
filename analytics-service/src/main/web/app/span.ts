import { type Loaded, useAnswer } from "./api";
import type { Route } from "./route";
import { useCommunity } from "./community";

export interface AsOf {
  measuredAt: string;
  lag: number;
  catchingUp: boolean;
}

export interface Change {
  field: string;
  value: number;
  baseline: number;
  difference: number;
  ratio: number | null;
}

export interface Figures<T> {
  items: T[];
  asOf: AsOf;
  zone: string;
  from?: string;
  to?: string;
  dataFrom?: string;
  dataTo?: string;
  baseline?: { from: string; to: string; items: T[]; changes: Change[][] };
}

/** The days that are looked at. */
export type Span =
  | { of: "days"; days: number; from: string; to: string }
  | { of: "custom"; from: string; to: string }
  | { of: "named"; window: string };

export const PRESETS = [14, 28, 84] as const;
const DEFAULT = 28;
const DAY = 86_400_000;

export const shift = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY + 1;

/** Today where the community is, or its last day with data if that is over. */
export function lastDay(zone: string, dataTo?: string): string {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date());
  return dataTo && dataTo < today ? dataTo : today;
}

export function spanOf(route: Route, to: string): Span {
  const said = route.query.get("w") ?? String(DEFAULT);
  if (said.startsWith("named:")) return { of: "named", window: said.slice(6) };
  const custom = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(said);
  if (custom) return { of: "custom", from: custom[1], to: custom[2] };
  const days = Math.min(Math.max(Number.parseInt(said, 10) || DEFAULT, 1), 366);
  return { of: "days", days, from: shift(to, 1 - days), to };
}

export type Asked = Record<string, string | number | string[] | null | undefined>;

export function pathOf(community: string, figure: string, asked: Asked = {}): string {
  const query = new URLSearchParams();
  Object.entries(asked).forEach(([name, value]) =>
    (Array.isArray(value) ? value : [value]).forEach(one => {
      if (one !== null && one !== undefined && one !== "") query.append(name, String(one));
    }),
  );
  const said = query.toString();
  return `/communities/${encodeURIComponent(community)}/${figure}${said ? `?${said}` : ""}`;
}

export const days = (span: Span): Asked =>
  span.of === "named" ? { namedWindow: span.window } : { from: span.from, to: span.to };

/** A figure over the chosen days and group, and over the days it is compared with, if that is wanted. */
export interface Windowed<T> {
  path: string;
  now: Loaded<Figures<T>>;
  before: T[] | null;
}

export function useFigures<T>(figure: string, asked: Asked = {}, plain = false): Windowed<T> {
  const { community, span, group, compare } = useCommunity();
  const common = { ...asked, group: plain ? null : group };
  const path = pathOf(community, figure, { ...common, ...days(span), baseline: span.of === "named" && compare ? "true" : null });
  const now = useAnswer<Figures<T>>(path);
  const length = span.of === "named" ? 0 : daysBetween(span.from, span.to);
  const earlier =
    compare && span.of !== "named"
      ? pathOf(community, figure, { ...common, from: shift(span.from, -length), to: shift(span.from, -1) })
      : null;
  const before = useAnswer<Figures<T>>(earlier);
  const named = now.state === "ready" ? (now.data.baseline?.items ?? null) : null;
  return { path, now, before: earlier ? (before.state === "ready" ? before.data.items : null) : named };
}
