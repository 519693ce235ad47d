import { type Loaded, useAnswer } from "./api";
import type { Route } from "./route";
import { useCommunity } from "./community";

export interface AsOf {
  measuredAt: string;
  lag: number;
  catchingUp: boolean;
}

export interface Figures<T> {
  items: T[];
  asOf: AsOf;
  zone: string;
  from?: string;
  to?: string;
  dataFrom?: string;
  dataTo?: string;
}

export interface Days {
  from: string;
  to: string;
}

/** The days that are looked at. */
export type Span = Days & ({ of: "days"; days: number } | { of: "custom" } | { of: "named"; window: string });

/** Days that the community gave a name, and those that it compares them with. */
export interface NamedWindow extends Days {
  id: string;
  name: string;
  baselineDays?: Days;
}

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

/** The id of the named window that an address asks for. */
export function windowOf(route: Route): string | null {
  const said = route.query.get("w");
  return said?.startsWith("named:") ? said.slice(6) : null;
}

/** @param named the window that the address asks for, as far as it is known */
export function spanOf(route: Route, to: string, named: NamedWindow | null): Span {
  const window = windowOf(route);
  // Of a window that is gone, figures say so themselves when asked for it.
  if (window) return { of: "named", window, from: named?.from ?? shift(to, 1 - DEFAULT), to: named?.to ?? to };
  const said = route.query.get("w") ?? String(DEFAULT);
  const custom = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(said);
  if (custom) return { of: "custom", from: custom[1], to: custom[2] };
  const days = Math.min(Math.max(Number.parseInt(said, 10) || DEFAULT, 1), 366);
  return { of: "days", days, from: shift(to, 1 - days), to };
}

/** As many days, just before. */
export function daysBefore({ from, to }: Days): Days {
  return { from: shift(from, -daysBetween(from, to)), to: shift(from, -1) };
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

/** An answer over the chosen days, and over those that they are compared with: null while that is not wanted or not here. */
export interface Compared<A> {
  path: string | null;
  now: Loaded<A>;
  before: A | null;
}

/**
 * Asks for a figure, and if comparing is on, for the same over the days it is compared with. This is how every view
 * compares.
 *
 * @param figure null asks for nothing
 * @param reach other days than the chosen ones, for what looks further back
 */
export function useCompared<A>(figure: string | null, asked: Asked = {}, reach?: Days): Compared<A> {
  const { community, span, compared } = useCommunity();
  const path = figure && pathOf(community, figure, { ...asked, ...(reach ?? days(span)) });
  const earlier = compared && (reach ? daysBefore(reach) : compared);
  const pathBefore = figure && earlier && pathOf(community, figure, { ...asked, ...earlier });
  const now = useAnswer<A>(path);
  const before = useAnswer<A>(pathBefore);
  return { path, now, before: pathBefore && before.state === "ready" ? before.data : null };
}

/** A figure of the chosen group, item by item. */
export interface Windowed<T> {
  path: string | null;
  now: Loaded<Figures<T>>;
  before: T[] | null;
}

export function useFigures<T>(figure: string, asked: Asked = {}, plain = false): Windowed<T> {
  const { group } = useCommunity();
  const { path, now, before } = useCompared<Figures<T>>(figure, { ...asked, group: plain ? null : group });
  return { path, now, before: before?.items ?? null };
}
