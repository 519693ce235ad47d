import { useCommunity } from "../community";
import { choose } from "../route";
import { type Key, useWords } from "../words";
import { Choice } from "./card";

export const PERIODS = ["DAY", "ISO_WEEK", "MONTH"] as const;
export type Period = (typeof PERIODS)[number];

/** The period that the address asks for. */
export function usePeriod(usual: Period): Period {
  const { route } = useCommunity();
  return PERIODS.find(period => period === route.query.get("period")) ?? usual;
}

export function PeriodChoice({ label, value }: { label: string; value: Period }) {
  const words = useWords();
  const { route } = useCommunity();
  return (
    <Choice
      label={label}
      value={value}
      options={PERIODS.map(each => [each, words.t(`period.${each}` as Key)] as const)}
      onChange={period => choose(route, { period })}
    />
  );
}
