-- The ledger. What must hold is held here, whoever writes:
--   * a posting moves an amount of one currency from one account to another, so every transaction sums to zero;
--   * a cause (an event and the rule it answered, or a caller's key) makes one transaction, for ever;
--   * transactions and postings never change; a transaction comes whole, in one statement, and nothing is added to it;
--   * a balance changes only by postings, so it is always their sum;
--   * a wallet never falls below zero; no amount and no balance leaves the range that every JSON reader holds exactly.

create table currency (
    community   text collate "C"        not null constraint community_form check (community ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    currency    text collate "C"        not null constraint currency_form check (currency ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    name        text        not null constraint name_length check (length(name) between 1 and 100),
    version     integer     not null constraint version_positive check (version > 0),
    changed_at  timestamptz not null,
    changed_by  text        not null,
    primary key (community, currency)
);

-- One row per member and currency, and one per partition and currency for where points come from: no row is hot.
create table account (
    id         bigint generated always as identity primary key,
    community  text collate "C"   not null,
    currency   text collate "C"   not null,
    kind       text   not null constraint account_kind check (kind in ('WALLET', 'ISSUER')),
    -- WALLET: the member; others: the number of the shard
    owner      text collate "C"   not null constraint owner_form check (owner ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    balance    bigint not null default 0,
    -- how often the balance changed
    version    bigint not null default 0,
    foreign key (community, currency) references currency,
    constraint one_account_per_owner unique (community, currency, kind, owner),
    constraint shard_is_a_number check (kind = 'WALLET' or owner ~ '^(0|[1-9][0-9]{0,4})$'),
    constraint wallet_not_negative check (kind <> 'WALLET' or balance >= 0),
    -- 2^53 - 1, the largest integer that every JSON reader holds exactly
    constraint balance_in_range check (balance between -9007199254740991 and 9007199254740991)
) with (fillfactor = 75);

create index account_by_owner on account (community, owner) where kind = 'WALLET';

create table ledger_transaction (
    id            uuid        not null primary key,
    community     text collate "C"        not null,
    -- cause: an engagement event and the rule that answered it …
    source_event  text collate "C",
    rule          text collate "C",
    rule_version  integer,
    -- … or a caller's own key
    caller_key    text collate "C",
    occurred_at   timestamptz not null,
    local_date    date        not null,
    recorded_at   timestamptz not null,
    postings      smallint    not null constraint has_postings check (postings between 1 and 1000),
    constraint has_one_cause check (
        (source_event is not null and rule is not null and rule_version is not null and caller_key is null)
        or (source_event is null and rule is null and rule_version is null and caller_key is not null)),
    constraint rule_version_positive check (rule_version > 0),
    constraint cause_length check (length(source_event) between 1 and 256 and length(rule) between 1 and 64
        or length(caller_key) between 1 and 256)
);

create unique index one_transaction_per_event_and_rule on ledger_transaction (community, source_event, rule)
    where source_event is not null;
create unique index one_transaction_per_caller_key on ledger_transaction (community, caller_key)
    where caller_key is not null;

create table posting (
    transaction_id  uuid     not null,
    ordinal         smallint not null constraint ordinal_not_negative check (ordinal >= 0),
    source          bigint   not null,
    destination     bigint   not null,
    amount          bigint   not null constraint amount_in_range check (amount between 1 and 1000000000000),
    primary key (transaction_id, ordinal),
    constraint moves_between_two_accounts check (source <> destination)
);

-- The statement of an account, newest first: transaction ids grow with time.
create index posting_by_source on posting (source, transaction_id);
create index posting_by_destination on posting (destination, transaction_id);

-- Checks a whole statement's postings with set queries (no foreign keys: they would ask row by row), then moves the balances.
create function move_balances() returns trigger
    language plpgsql
    -- The plans are cached from the time when the tables were small: they must not become scans of large ones.
    set enable_seqscan = off set enable_mergejoin = off
as $$
declare
    offender uuid;
begin
    select coalesce(t.id, a.transaction_id) into offender
    from (select transaction_id, count(*) as postings, max(ordinal) as last from added group by transaction_id) a
    left join ledger_transaction t on t.id = a.transaction_id
    where t.id is null or a.postings <> t.postings or a.last <> t.postings - 1
    limit 1;
    if found then
        raise exception 'transaction % does not come whole with its postings', offender
            using errcode = 'check_violation', constraint = 'transaction_is_whole';
    end if;

    select a.transaction_id into offender
    from added a
    join ledger_transaction t on t.id = a.transaction_id
    left join account s on s.id = a.source
    left join account d on d.id = a.destination
    where s.id is null or d.id is null or s.community <> t.community or d.community <> t.community
        or s.currency <> d.currency
    limit 1;
    if found then
        raise exception 'transaction % moves between accounts that are unknown or of different communities or currencies',
            offender
            using errcode = 'check_violation', constraint = 'posting_within_one_currency';
    end if;

    -- Always in the order of the ids, so that two statements that move the same accounts never wait for each other in a ring.
    perform 1 from account
    where id in (select source from added union select destination from added)
    order by id for no key update;

    update account
    set balance = account.balance + moved.amount, version = account.version + 1
    from (
        select m.account, sum(m.amount)::bigint as amount
        from (select source as account, -amount as amount from added
              union all
              select destination, amount from added) m
        group by m.account) moved
    where account.id = moved.account;
    return null;
end
$$;

create trigger posting_moves_balances after insert on posting
    referencing new table as added for each statement execute function move_balances();

create function refuse_bare_transactions() returns trigger
    language plpgsql
    set enable_seqscan = off set enable_mergejoin = off
as $$
declare
    offender uuid;
begin
    select t.id into offender
    from added t
    where not exists (select from posting p where p.transaction_id = t.id)
    limit 1;
    if found then
        raise exception 'transaction % comes without its postings: insert both in one statement', offender
            using errcode = 'check_violation', constraint = 'transaction_is_whole';
    end if;
    return null;
end
$$;

create trigger transaction_has_postings after insert on ledger_transaction
    referencing new table as added for each statement execute function refuse_bare_transactions();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% of % is refused: %', tg_op, tg_table_name, tg_argv[0]
        using errcode = 'check_violation', constraint = tg_argv[1];
end
$$;

create trigger transaction_is_immutable before update or delete or truncate on ledger_transaction
    for each statement execute function refuse_change('a transaction is corrected by another one', 'transaction_immutable');
create trigger posting_is_immutable before update or delete or truncate on posting
    for each statement execute function refuse_change('a posting is corrected by another one', 'posting_immutable');
-- Depth 0 is a statement of a client; deeper is the trigger that moves balances.
create trigger account_moves_only_by_postings before update or delete or truncate on account
    for each statement when (pg_trigger_depth() = 0)
    execute function refuse_change('a balance moves only by postings', 'account_moves_only_by_postings');

create function refuse_given_balances() returns trigger language plpgsql as $$
begin
    if exists (select from added where balance <> 0 or version <> 0) then
        raise exception 'an account is opened empty'
            using errcode = 'check_violation', constraint = 'account_moves_only_by_postings';
    end if;
    return null;
end
$$;

create trigger account_opens_empty after insert on account
    referencing new table as added for each statement execute function refuse_given_balances();
