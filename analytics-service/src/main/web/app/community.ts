import { createContext, useContext } from "react";
import type { Route } from "./route";
import type { Days, Span } from "./span";

export interface Known {
  community: string;
  name: string;
  zone: string;
}

/** What all cards of a view share: whose figures, of which days and group. */
export interface Place {
  route: Route;
  community: string;
  name: string;
  zone: string;
  span: Span;
  /** The last day that figures can be about. */
  to: string;
  group: string | null;
  /** The days that those of the span are compared with; null where that is not wanted. */
  compared: Days | null;
  /** Names by id, as far as they are known. */
  groups: ReadonlyMap<string, string>;
  groupName(group: string): string;
}

export const PlaceContext = createContext<Place | null>(null);

export function useCommunity(): Place {
  const place = useContext(PlaceContext);
  if (!place) throw new Error("only within a community's view");
  return place;
}
