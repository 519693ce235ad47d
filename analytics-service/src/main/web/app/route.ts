import { useMemo, useSyncExternalStore } from "react";

/** What an address says: every view, and what was chosen in it, is a link that can be sent on. */
export interface Route {
  community: string | null;
  view: string;
  /** What follows the view: a member's id. */
  item: string | null;
  query: URLSearchParams;
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

const address = () => location.pathname + location.search;

function parse(): Route {
  const parts = location.pathname.split("/").filter(Boolean).map(decodeURIComponent);
  return {
    community: parts[0] === "c" ? (parts[1] ?? null) : null,
    view: parts[0] === "c" ? (parts[2] ?? "today") : "today",
    item: parts[3] ?? null,
    query: new URLSearchParams(location.search),
  };
}

export function useRoute(): Route {
  const now = useSyncExternalStore(subscribe, address);
  return useMemo(parse, [now]);
}

export function go(to: string, replace = false) {
  if (to === address()) {
    return;
  }
  history[replace ? "replaceState" : "pushState"](null, "", to);
  listeners.forEach(listener => listener());
}

/** Of another view: it keeps what was chosen for all of them. */
const KEPT = ["w", "group", "compare"];

export function linkTo(route: Route, view: string, item?: string, extra: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  KEPT.forEach(name => {
    const value = route.query.get(name);
    if (value) query.set(name, value);
  });
  Object.entries(extra).forEach(([name, value]) => query.set(name, value));
  const path = ["c", route.community ?? "", view, ...(item ? [item] : [])].map(encodeURIComponent).join("/");
  const asked = query.toString();
  return `/${path}${asked ? `?${asked}` : ""}`;
}

/** The same view with something chosen otherwise; null takes a choice back. */
export function choose(route: Route, changes: Record<string, string | string[] | null>) {
  const query = new URLSearchParams(route.query);
  Object.entries(changes).forEach(([name, value]) => {
    query.delete(name);
    (Array.isArray(value) ? value : value === null ? [] : [value]).forEach(one => query.append(name, one));
  });
  const asked = query.toString();
  go(location.pathname + (asked ? `?${asked}` : ""), true);
}
