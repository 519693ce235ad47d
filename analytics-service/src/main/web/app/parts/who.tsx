import { useCommunity } from "../community";
import { choose } from "../route";
import { useWords } from "../words";

/**
 * Opens the members behind a number.
 *
 * @param of which members, for who does not see where the button stands
 * @param text the number itself, if it is what one presses
 */
export function Who({ path, of, text }: { path: string; of: string; text?: string }) {
  const words = useWords();
  const { route } = useCommunity();
  return (
    <button type="button" className={text === undefined ? "quiet" : "quiet count"} onClick={() => choose(route, { who: path })}>
      {text ?? words.t("card.who")}
      <span className="unseen">{text === undefined ? `: ${of}` : ` · ${words.t("card.who")}: ${of}`}</span>
    </button>
  );
}
