import { useMemo } from "react";
import { useAnswer } from "../api";
import { useCommunity } from "../community";
import { pathOf } from "../span";

interface Seen {
  items: { kind: string; activity: boolean }[];
}

function useSeen() {
  const { community } = useCommunity();
  return useAnswer<Seen>(pathOf(community, "seen-kinds", { limit: 200 }));
}

/** What there is to choose from: what members do first, then facts about them. */
export function useKinds(): string[] {
  const seen = useSeen();
  return useMemo(() => {
    if (seen.state !== "ready") return [];
    const acts = seen.data.items.filter(each => each.activity);
    return [...acts, ...seen.data.items.filter(each => !each.activity)].map(each => each.kind);
  }, [seen]);
}

/** The currencies in which points were given. */
export function useCurrencies(): string[] {
  const kinds = useKinds();
  return useMemo(
    () => [...new Set(kinds.flatMap(kind => /^incentive\.(?:credited|granted):(.+)$/.exec(kind)?.[1] ?? []))],
    [kinds],
  );
}
