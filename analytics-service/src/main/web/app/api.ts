import { createContext, useContext, useEffect, useState } from "react";

/** What a service says went wrong (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    /** Which of the service's problems it is; empty if it named none. */
    readonly kind = "",
  ) {
    super(detail || title);
  }
}

type Ended = () => void;
let whenEnded: Ended = () => {};

/** Who is told that the session has ended. */
export function onSessionEnd(ended: Ended) {
  whenEnded = ended;
}

export async function call<T>(method: string, path: string, init: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, { method, credentials: "same-origin", ...init });
  } catch (fault) {
    if (init.signal?.aborted) throw fault;
    throw new Problem(0, "", "");
  }
  if (answer.status === 401 && path !== "/session") {
    whenEnded();
  }
  if (!answer.ok) {
    const said = await answer.json().catch(() => ({}));
    const errors = Array.isArray(said.errors) ? said.errors : [];
    const fields = errors.map((error: { parameter?: string; pointer?: string; detail?: string }) =>
      [error.parameter ?? error.pointer, error.detail].filter(Boolean).join(" "),
    );
    const kind = typeof said.type === "string" ? said.type.replace(/^\/problems\//, "") : "";
    throw new Problem(answer.status, said.title ?? answer.statusText, [said.detail, ...fields].filter(Boolean).join("; "), kind);
  }
  return answer.status === 204 ? (undefined as T) : answer.json();
}

export const problemOf = (fault: unknown) => (fault instanceof Problem ? fault : new Problem(0, "", String(fault)));

export const get = <T,>(path: string, signal?: AbortSignal) => call<T>("GET", path, { signal });

export function send<T>(method: "PUT" | "POST" | "DELETE", path: string, body?: unknown, headers: HeadersInit = {}) {
  return call<T>(method, path, {
    headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

/** Why there is no answer, and how to ask again. */
export interface Missing {
  problem: Problem;
  retry: () => void;
}

/** What was asked for. It is `late` if asking again failed: what is shown then is what was answered before. */
export type Loaded<T> = { state: "loading" } | ({ state: "failed" } & Missing) | { state: "ready"; data: T; late?: Missing };

/** Grows when figures have moved: whoever shows some then asks again, and keeps what it shows until the answer is here. */
export const FreshContext = createContext(0);

/** What is at a path; null asks nothing. Asks again, quietly, whenever figures have moved, and when `asked` grows. */
export function useAnswer<T>(path: string | null, asked = 0): Loaded<T> {
  const fresh = useContext(FreshContext);
  const [turn, setTurn] = useState(0);
  const [loaded, setLoaded] = useState<{ path: string | null; at: Loaded<T> }>({ path: null, at: { state: "loading" } });
  useEffect(() => {
    if (path === null) return;
    const leaving = new AbortController();
    const again = () => setTurn(before => before + 1);
    get<T>(path, leaving.signal).then(
      data => setLoaded({ path, at: { state: "ready", data } }),
      fault => {
        if (leaving.signal.aborted) return;
        const missing = { problem: problemOf(fault), retry: again };
        // What is shown stays while a later question fails for now, and says that it is late.
        setLoaded(before =>
          before.path === path && before.at.state === "ready" && missing.problem.status !== 404
            ? { path, at: { ...before.at, late: missing } }
            : { path, at: { state: "failed", ...missing } },
        );
      },
    );
    return () => leaving.abort();
  }, [path, fresh, turn, asked]);
  return loaded.path === path ? loaded.at : { state: "loading" };
}

export function mapped<T, U>(loaded: Loaded<T>, mapping: (data: T) => U): Loaded<U> {
  return loaded.state === "ready" ? { ...loaded, data: mapping(loaded.data) } : loaded;
}

/** Both, once both are here. */
export function both<A, B>(one: Loaded<A>, other: Loaded<B>): Loaded<[A, B]> {
  if (one.state !== "ready") return one;
  if (other.state !== "ready") return other;
  return { state: "ready", data: [one.data, other.data], late: one.late ?? other.late };
}

interface Page<T> {
  items: T[];
  next?: string;
}

/** A list as far as it is here. */
export interface List<T> {
  items: T[];
  /** Asks for the next page; absent on the last one. */
  more?: () => void;
  waiting: boolean;
  /** Why the next page did not come: `more` asks again. */
  stopped?: Problem;
}

/** What came after the first page. */
interface Tail<T> extends Page<T> {
  path: string;
  waiting: boolean;
  stopped?: Problem;
}

/**
 * A list by cursor, page after page. The first one is asked again whenever figures have moved; the ones after it stay,
 * as long as they still join on to it.
 */
export function useList<T>(path: string, idOf: (item: T) => string): Loaded<List<T>> {
  const first = useAnswer<Page<T>>(path);
  const [tail, setTail] = useState<Tail<T> | null>(null);
  const head = first.state === "ready" ? first.data : null;
  useEffect(() => {
    if (!head) return;
    setTail(before => {
      const ids = new Set(head.items.map(idOf));
      const joins = before?.path === path && before.items.some(item => ids.has(idOf(item)));
      return joins
        ? { ...before, items: [...head.items, ...before.items.filter(item => !ids.has(idOf(item)))] }
        : { path, items: head.items, next: head.next, waiting: false };
    });
  }, [head, path]);
  return mapped(first, page => {
    const known = tail?.path === path ? tail : { ...page, path, waiting: false };
    const next = known.next;
    const change = (changed: (before: Tail<T>) => Tail<T>) =>
      setTail(before => (before?.path === path && before.next === next ? changed(before) : before));
    const more = (cursor: string) => {
      change(before => ({ ...before, waiting: true, stopped: undefined }));
      get<Page<T>>(`${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`).then(
        further => change(before => ({ path, items: [...before.items, ...further.items], next: further.next, waiting: false })),
        fault => change(before => ({ ...before, waiting: false, stopped: problemOf(fault) })),
      );
    };
    return { items: known.items, waiting: known.waiting, stopped: known.stopped, more: next === undefined ? undefined : () => more(next) };
  });
}
