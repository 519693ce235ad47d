import { useMemo, useState } from "react";
import { useAnswer } from "../api";
import { useCommunity } from "../community";
import { choose } from "../route";
import { type NamedWindow, PRESETS, pathOf } from "../span";
import { useWords } from "../words";

/** Which days and which group a view is about; the same above every view. */
export function WindowBar() {
  const words = useWords();
  const { route, community, span, compared } = useCommunity();
  const named = useAnswer<{ items: NamedWindow[] }>(pathOf(community, "windows", { limit: 200 }));
  const [custom, setCustom] = useState(span.of === "custom");
  const value = custom ? "custom" : span.of === "named" ? `named:${span.window}` : span.of === "days" ? String(span.days) : "custom";
  const { from, to: until } = span;
  const pick = (said: string) => {
    setCustom(said === "custom");
    choose(route, { w: said === "custom" ? `${from}..${until}` : said });
  };
  return (
    <div className="bar" role="group" aria-label={words.t("window.scope")}>
      <label>
        <span>{words.t("window.label")}</span>
        <select value={value} onChange={event => pick(event.target.value)}>
          {PRESETS.map(days => (
            <option key={days} value={days}>
              {words.t(days === 84 ? "window.weeks" : "window.days", { n: days === 84 ? 12 : days })}
            </option>
          ))}
          {span.of === "days" && !(PRESETS as readonly number[]).includes(span.days) && (
            <option value={span.days}>{words.t("window.days", { n: span.days })}</option>
          )}
          {named.state === "ready" &&
            named.data.items.map(window => (
              <option key={window.id} value={`named:${window.id}`}>
                {window.name}
              </option>
            ))}
          <option value="custom">{words.t("window.custom")}</option>
        </select>
      </label>
      {custom && span.of !== "named" && (
        <>
          <Day label={words.t("window.from")} value={from} change={day => choose(route, { w: `${day}..${until < day ? day : until}` })} />
          <Day label={words.t("window.to")} value={until} change={day => choose(route, { w: `${from > day ? day : from}..${day}` })} />
        </>
      )}
      <GroupChoice />
      <Compare>
        {compared
          ? words.t("window.comparedWith", { from: words.day(compared.from), to: words.day(compared.to) })
          : words.t("window.noBaseline")}
      </Compare>
    </div>
  );
}

/** More than these are not looked through but typed. */
const LOOKED_THROUGH = 200;

function GroupChoice() {
  const words = useWords();
  const { route, group, groups, groupName } = useCommunity();
  const named = useMemo(() => [...groups].sort((one, other) => one[1].localeCompare(other[1])), [groups]);
  const options = useMemo(
    () =>
      named.map(([id, name]) => (
        <option key={id} value={named.length > LOOKED_THROUGH ? name : id}>
          {named.length > LOOKED_THROUGH ? id : name}
        </option>
      )),
    [named],
  );
  const pick = (picked: string | null) => choose(route, { group: picked });
  const typed = (said: string) => {
    const found = named.find(([id, name]) => name === said || id === said);
    if (found) pick(found[0]);
    else if (said === "") pick(null);
  };
  return (
    <label>
      <span>{words.t("app.group")}</span>
      {named.length > LOOKED_THROUGH ? (
        <>
          <input
            key={group}
            list="groups"
            defaultValue={group ? groupName(group) : ""}
            placeholder={words.t("app.allGroups")}
            onChange={event => typed(event.target.value)}
          />
          <datalist id="groups">{options}</datalist>
        </>
      ) : (
        <select value={group ?? ""} onChange={event => pick(event.target.value || null)}>
          <option value="">{words.t("app.allGroups")}</option>
          {options}
          {group && !groups.has(group) && <option value={group}>{group}</option>}
        </select>
      )}
    </label>
  );
}

/** For a view of how things stand now: there is no window to choose. */
export function CompareBar() {
  const words = useWords();
  return (
    <div className="bar" role="group" aria-label={words.t("window.scope")}>
      <Compare>{words.t("window.fourWeeks")}</Compare>
    </div>
  );
}

function Compare({ children }: { children: string }) {
  const words = useWords();
  const { route } = useCommunity();
  const compare = route.query.get("compare") === "1";
  return (
    <>
      <label className="check" title={words.t("window.compareHint")}>
        <input type="checkbox" checked={compare} onChange={event => choose(route, { compare: event.target.checked ? "1" : null })} />
        <span>{words.t("window.compare")}</span>
      </label>
      {compare && (
        <p className="small with" role="status">
          {children}
        </p>
      )}
    </>
  );
}

function Day({ label, value, change }: { label: string; value: string; change: (day: string) => void }) {
  return (
    <label>
      <span>{label}</span>
      <input type="date" value={value} onChange={event => event.target.value && change(event.target.value)} />
    </label>
  );
}
