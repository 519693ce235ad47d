import { useEffect, useState } from "react";
import type { AsOf } from "./span";

export interface Pulse {
  acts: number;
  perSecond: number;
  members: number;
  /** The id of the newest alert. */
  latestAlert?: string;
  asOf: AsOf;
}

export interface Live {
  connected: boolean;
  pulse: Pulse | null;
  /** Grows at most every few seconds, and only when figures have moved. */
  fresh: number;
}

const REST = 5_000;
const LONGEST = 30_000;

/** Follows a community's figures; connects again by itself, waiting longer each time. */
export function useLive(community: string | null): Live {
  const [live, setLive] = useState<Live>({ connected: false, pulse: null, fresh: 0 });
  useEffect(() => {
    if (community === null) return;
    let source: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let wait = 1_000;
    let seen = -1;
    let alert: string | undefined;
    let told = 0;
    const connect = () => {
      source = new EventSource(`/communities/${encodeURIComponent(community)}/live`);
      source.onmessage = message => {
        const pulse: Pulse = JSON.parse(message.data);
        wait = 1_000;
        const news = pulse.acts !== seen || pulse.latestAlert !== alert;
        const moved = seen >= 0 && news && Date.now() - told >= REST && !document.hidden;
        if (moved || seen < 0) {
          seen = pulse.acts;
          alert = pulse.latestAlert;
          told = Date.now();
        }
        setLive(before => ({ connected: true, pulse, fresh: moved ? before.fresh + 1 : before.fresh }));
      };
      source.onerror = () => {
        source?.close();
        setLive(before => ({ ...before, connected: false }));
        retry = setTimeout(connect, wait);
        wait = Math.min(wait * 2, LONGEST);
      };
    };
    connect();
    return () => {
      clearTimeout(retry);
      source?.close();
    };
  }, [community]);
  return live;
}
