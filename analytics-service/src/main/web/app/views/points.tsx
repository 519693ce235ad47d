import { type ReactNode, useState } from "react";
import { FreshContext, useAnswer, useList } from "../api";
import { useCommunity } from "../community";
import { Big, Card, Choice } from "../parts/card";
import { DataTable } from "../parts/table";
import { choose } from "../route";
import { pathOf } from "../span";
import { useWords, type Words } from "../words";

interface Balance {
  currency: string;
  points: number;
  spendable: number;
  held: number;
  pending: number;
  owed: number;
}

const PARTS = ["spendable", "held", "pending", "owed"] as const;

/** What a member has now. */
export function Balances({ member }: { member: string }) {
  const words = useWords();
  const { community } = useCommunity();
  const path = pathOf(community, `members/${encodeURIComponent(member)}/balances`, { limit: 200 });
  const balances = useAnswer<{ items: Balance[] }>(path);
  const number = (of: (balance: Balance) => number) => ({ cell: (row: Balance) => words.number(of(row)), number: true });
  return (
    <Card
      title={words.t("member.points")}
      what={words.t("member.pointsWhat")}
      csv={path}
      loaded={balances}
      isEmpty={data => data.items.length === 0}
      empty={words.t("incentives.noCurrency")}
      table={data => ({
        columns: [
          { head: words.t("leaders.currency"), cell: (row: Balance) => row.currency },
          { head: words.t("member.points"), ...number(row => row.points) },
          ...PARTS.map(part => ({ head: words.t(`balance.${part}`), ...number(row => row[part]) })),
        ],
        rows: data.items,
      })}
    >
      {data =>
        data.items.map(balance => (
          <Big key={balance.currency} value={words.number(balance.points)} note={[balance.currency, ...apart(balance, words)].join(" · ")} />
        ))
      }
    </Card>
  );
}

/** What a balance is made of, where it is not simply spendable. */
const apart = (balance: Balance, words: Words) =>
  balance.points === balance.spendable && balance.held === 0 && balance.pending === 0
    ? []
    : PARTS.filter(part => balance[part] !== 0).map(part => `${words.t(`balance.${part}`)} ${words.number(balance[part])}`);

interface Entry {
  transaction: string;
  type: string;
  currency: string;
  amount: number;
  held: number;
  pending: number;
  owed: number;
  rule?: string;
  ruleVersion?: number;
  sourceEvent?: string;
  reference?: string;
  reverses?: string;
  reason?: string;
  occurredAt: string;
}

const PAGE = 25;
const idOf = (entry: Entry) => `${entry.transaction}/${entry.currency}`;

/** What moved a member's points, the latest first, each with its why. */
export function Statement({ member }: { member: string }) {
  const words = useWords();
  const { community } = useCommunity();
  const path = (limit: number) => pathOf(community, `members/${encodeURIComponent(member)}/entries`, { limit });
  const entries = useList<Entry>(path(PAGE), idOf);
  return (
    <Card
      title={words.t("member.statement")}
      what={words.t("member.statementWhat")}
      csv={path(200)}
      loaded={entries}
      isEmpty={list => list.items.length === 0}
      empty={words.t("member.noEntries")}
      wide
    >
      {list => (
        <>
          <DataTable
            caption={words.t("member.statement")}
            columns={[
              { head: words.t("figure.when"), cell: row => <time dateTime={row.occurredAt}>{words.moment(row.occurredAt)}</time> },
              { head: words.t("entry.amount"), cell: row => <Amount entry={row} />, number: true },
              { head: words.t("entry.what"), cell: row => words.maybe(`entry.${row.type}`, row.type) },
              { head: words.t("member.why"), cell: row => <Reason key={idOf(row)} entry={row} member={member} />, prose: true },
            ]}
            rows={list.items}
            further={list}
            stacked
          />
          {list.stopped && (
            <p className="failed" role="alert">
              {words.maybe(`problem.${list.stopped.kind}`, list.stopped.title || words.t("card.failed"))}
            </p>
          )}
        </>
      )}
    </Card>
  );
}

const OTHERS = ["held", "pending", "owed"] as const;

function Amount({ entry }: { entry: Entry }) {
  const words = useWords();
  const others = OTHERS.filter(part => entry[part] !== 0).map(part => `${words.t(`balance.${part}`)} ${words.change(entry[part])}`);
  return (
    <>
      <span className={entry.amount < 0 ? "down" : entry.amount > 0 ? "up" : undefined}>{words.change(entry.amount)}</span>{" "}
      <span className="small">{[entry.currency, ...others].join(" · ")}</span>
    </>
  );
}

/** The why in a line, from what the entry says itself; all of it is asked for when somebody wants to know. */
function Reason({ entry, member }: { entry: Entry; member: string }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      {line(entry, words)}{" "}
      <button type="button" className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.t("entry.ask")}
        <span className="unseen">{`: ${words.maybe(`entry.${entry.type}`, entry.type)} ${words.change(entry.amount)} ${words.moment(entry.occurredAt)}`}</span>
      </button>
      {open && (
        // What was booked stays as it is, so it is asked for once.
        <FreshContext.Provider value={0}>
          <Told transaction={entry.transaction} member={member} />
        </FreshContext.Provider>
      )}
    </>
  );
}

function line(entry: Entry, words: Words): string {
  const said = [
    entry.rule && words.t("why.byRule", { rule: entry.rule, event: entry.sourceEvent ?? "–" }),
    entry.reverses && words.t("why.takesBack"),
    !entry.reverses && entry.reference && belongsTo(entry.reference, words),
    entry.reason && words.t("why.reason", { reason: entry.reason }),
  ].filter(Boolean);
  return said.length > 0 ? said.join(" · ") : words.t("why.unsaid");
}

/** `redemption/0194…` in words, where there are some for what it begins with. */
function belongsTo(reference: string, words: Words): string {
  const [kind, ...id] = reference.split("/");
  const known = words.maybe(`of.${kind}`, "");
  return known && id.length > 0 ? known.replace("{id}", () => id.join("/")) : words.t("why.reference", { what: reference });
}

interface Why {
  type: string;
  occurredAt: string;
  rule?: { rule: string; version: number; kinds: string[]; condition?: string; currency: string; amount?: number };
  computation?: { base: number; parts: { member: string; share: number; multiplied?: number; cuts?: { by: string; left: number }[]; points: number }[] };
  campaign?: string;
  event?: { id: string; position?: string; time?: string; data?: Record<string, unknown> };
  key?: string;
  reference?: string;
  reverses?: string;
  reason?: string;
  actor?: string;
}

function Told({ transaction, member }: { transaction: string; member: string }) {
  const words = useWords();
  const { community, groupName } = useCommunity();
  const why = useAnswer<Why>(pathOf(community, `entries/${encodeURIComponent(transaction)}/why`));
  switch (why.state) {
    case "loading":
      return <p role="status">{words.t("card.loading")}</p>;
    case "failed":
      return (
        <div className="failed" role="alert">
          <p>{words.maybe(`problem.${why.problem.kind}`, why.problem.title || words.t("card.failed"))}</p>
          <button type="button" onClick={why.retry}>
            {words.t("card.retry")}
          </button>
        </div>
      );
    case "ready":
      return (
        <ul className="why">
          {reasons(why.data, member, words, groupName).map(each => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      );
  }
}

/** From the rule to the event, one sentence each. */
function reasons(why: Why, member: string, words: Words, groupName: (group: string) => string): string[] {
  const { rule, event, computation } = why;
  const part = computation?.parts.find(each => each.member === member);
  const data = event?.data ?? {};
  const text = (name: string) => (typeof data[name] === "string" ? (data[name] as string) : undefined);
  const kind = text("kind");
  const group = text("groupId");
  return [
    rule &&
      words.t(rule.amount === undefined ? "why.ruleByEvent" : "why.rule", {
        rule: rule.rule,
        version: rule.version,
        amount: words.number(rule.amount ?? 0),
        currency: rule.currency,
        kinds: rule.kinds.join(", "),
      }),
    rule?.condition && words.t("why.condition", { condition: rule.condition }),
    event && words.t("why.event", { event: event.id, kind: kind ?? "–", when: words.moment(event.time ?? why.occurredAt) }),
    group && words.t("why.group", { group: groupName(group) }),
    computation && words.t("why.base", { n: words.number(computation.base) }),
    part && computation && part.share !== computation.base && words.t("why.share", { n: words.number(part.share) }),
    part?.multiplied !== undefined && words.t("why.multiplied", { n: words.number(part.multiplied) }),
    ...(part?.cuts ?? []).map(cut => limited(cut.by, words.number(cut.left), words)),
    why.campaign && words.t("why.campaign", { campaign: why.campaign }),
    why.actor && words.t("why.actor", { actor: why.actor }),
    why.reason && words.t("why.reason", { reason: why.reason }),
    why.reference && belongsTo(why.reference, words),
    why.reverses && words.t("why.reverses", { transaction: why.reverses }),
  ].filter((each): each is string => Boolean(each));
}

function limited(by: string, left: string, words: Words): string {
  const [kind, ...id] = by.split("/");
  const known = (["cap", "rule", "budget"] as const).find(each => each === kind);
  return words.t(known ? `why.cut.${known}` : "why.cut", { id: known ? id.join("/") : by, n: left });
}

interface Budget {
  campaign: string;
  name: string;
  status: "DRAFT" | "ACTIVE" | "RETIRED";
  opensAt: string;
  endsAt?: string;
  alertPercents: number[];
  budget: { currency: string; funded: number; drawn: number; left: number; returned: number; awards: number };
}

const SHOWN = ["ACTIVE", "all"] as const;
const budgetId = (budget: Budget) => `${budget.campaign}/${budget.budget.currency}`;

/** What campaigns may spend, and what of it is left. */
export function Budgets() {
  const words = useWords();
  const { route, community } = useCommunity();
  const of = SHOWN.find(each => each === route.query.get("budgets")) ?? "ACTIVE";
  const path = pathOf(community, "budgets", { status: of === "all" ? null : of, limit: 100 });
  const budgets = useList<Budget>(path, budgetId);
  const number = (value: (row: Budget) => number) => ({ cell: (row: Budget) => words.number(value(row)), number: true });
  return (
    <Card
      title={words.t("budgets.title")}
      what={words.t("budgets.what")}
      csv={path}
      loaded={budgets}
      isEmpty={list => list.items.length === 0}
      empty={words.t("budgets.none")}
      wide
      actions={
        <div className="choices">
          <Choice
            label={words.t("budgets.campaigns")}
            value={of}
            options={SHOWN.map(each => [each, words.t(`budgets.${each}`)] as const)}
            onChange={value => choose(route, { budgets: value === "all" ? value : null })}
          />
        </div>
      }
      table={list => ({
        columns: [
          { head: words.t("returns.CAMPAIGN"), cell: (row: Budget) => row.name },
          { head: words.t("leaders.currency"), cell: (row: Budget) => row.budget.currency },
          { head: words.t("budgets.funded"), ...number(row => row.budget.funded) },
          { head: words.t("budgets.drawn"), ...number(row => row.budget.drawn) },
          { head: words.t("budgets.left"), ...number(row => row.budget.left) },
          { head: words.t("budgets.awards"), ...number(row => row.budget.awards) },
          { head: words.t("budgets.period"), cell: (row: Budget) => period(row, words) },
        ],
        rows: list.items,
      })}
    >
      {list => (
        <>
          <ul className="plain budgets">
            {list.items.map(budget => (
              <li key={budgetId(budget)}>
                <BudgetLine budget={budget} />
              </li>
            ))}
          </ul>
          {list.more && (
            <button type="button" disabled={list.waiting} onClick={list.more}>
              {words.t("app.more")}
            </button>
          )}
        </>
      )}
    </Card>
  );
}

/** From this share on a budget is near its end, whatever its campaign wants to be told. */
const NEAR = 0.9;

function BudgetLine({ budget: { name, budget, ...campaign } }: { budget: Budget }) {
  const words = useWords();
  const used = budget.funded === 0 ? 0 : budget.drawn / budget.funded;
  const label = `${name}, ${budget.currency}`;
  return (
    <>
      <strong>{name}</strong>
      <Warnings campaign={campaign} left={budget.left} used={used} />
      <span className="small">{period(campaign, words)}</span>
      <meter
        min={0}
        max={Math.max(1, budget.funded)}
        low={budget.funded * NEAR}
        high={budget.funded * 0.98}
        optimum={0}
        value={budget.drawn}
        aria-label={words.t("budgets.meter", { label, share: words.percent(used, 0) })}
      />
      <span>
        {words.t("budgets.line", {
          drawn: words.number(budget.drawn),
          funded: words.number(budget.funded),
          currency: budget.currency,
          share: words.percent(used, 0),
          left: words.number(budget.left),
        })}
      </span>
    </>
  );
}

type Campaign = Pick<Budget, "status" | "opensAt" | "endsAt" | "alertPercents">;

function Warnings({ campaign, left, used }: { campaign: Campaign; left: number; used: number }): ReactNode {
  const words = useWords();
  const now = Date.now();
  const told = campaign.alertPercents.findLast(percent => used * 100 >= percent);
  if (campaign.status !== "ACTIVE") return <span className="badge">{words.t(`budgets.${campaign.status}`)}</span>;
  if (Date.parse(campaign.opensAt) > now) return <span className="badge">{words.t("budgets.notYet")}</span>;
  if (campaign.endsAt !== undefined && Date.parse(campaign.endsAt) <= now) return <span className="badge">{words.t("budgets.over")}</span>;
  if (left === 0) return <span className="badge high">{words.t("budgets.usedUp")}</span>;
  if (used >= NEAR) return <span className="badge medium">{words.t("budgets.near")}</span>;
  return told === undefined ? null : <span className="badge medium">{words.t("budgets.told", { share: words.percent(told / 100, 0) })}</span>;
}

const period = (campaign: Pick<Campaign, "opensAt" | "endsAt">, words: Words) =>
  campaign.endsAt === undefined
    ? words.t("budgets.from", { from: words.moment(campaign.opensAt) })
    : words.t("budgets.span", { from: words.moment(campaign.opensAt), to: words.moment(campaign.endsAt) });
