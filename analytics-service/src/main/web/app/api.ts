import { createContext, useContext, useEffect, useRef, useState } from "react";

/** What a service says went wrong (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
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
    throw new Problem(answer.status, said.title ?? answer.statusText, [said.detail, ...fields].filter(Boolean).join("; "));
  }
  return answer.status === 204 ? (undefined as T) : answer.json();
}

export const get = <T,>(path: string, signal?: AbortSignal) => call<T>("GET", path, { signal });

export function send<T>(method: "PUT" | "POST" | "DELETE", path: string, body?: unknown, headers: HeadersInit = {}) {
  return call<T>(method, path, {
    headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

export type Loaded<T> =
  | { state: "loading" }
  | { state: "failed"; problem: Problem; retry: () => void }
  | { state: "ready"; data: T };

/** Grows when figures have moved: whoever shows some then asks again, and keeps what it shows until the answer is here. */
export const FreshContext = createContext(0);

/** What is at a path; null asks nothing. Asks again, quietly, whenever figures have moved, and when `asked` grows. */
export function useAnswer<T>(path: string | null, asked = 0): Loaded<T> {
  const fresh = useContext(FreshContext);
  const [turn, setTurn] = useState(0);
  const [loaded, setLoaded] = useState<{ path: string | null; at: Loaded<T> }>({ path: null, at: { state: "loading" } });
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (path === null) return;
    const leaving = new AbortController();
    const again = () => setTurn(before => before + 1);
    get<T>(path, leaving.signal).then(
      data => {
        shown.current = path;
        setLoaded({ path, at: { state: "ready", data } });
      },
      fault => {
        if (leaving.signal.aborted) return;
        const problem = fault instanceof Problem ? fault : new Problem(0, "", String(fault));
        // What is shown stays while a later question fails for now; the header says that news are missing.
        if (shown.current !== path || problem.status === 404) {
          setLoaded({ path, at: { state: "failed", problem, retry: again } });
        }
      },
    );
    return () => leaving.abort();
  }, [path, fresh, turn, asked]);
  return loaded.path === path ? loaded.at : { state: "loading" };
}

export function mapped<T, U>(loaded: Loaded<T>, mapping: (data: T) => U): Loaded<U> {
  return loaded.state === "ready" ? { state: "ready", data: mapping(loaded.data) } : loaded;
}

/** Both, once both are here. */
export function both<A, B>(one: Loaded<A>, other: Loaded<B>): Loaded<[A, B]> {
  if (one.state !== "ready") return one;
  if (other.state !== "ready") return other;
  return { state: "ready", data: [one.data, other.data] };
}
