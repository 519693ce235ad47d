-- Lots, holds, pending and owed points are accounts like all others: so every balance is the sum of its postings and the
-- sum of its lots, whatever moves. Besides, a member has one row that is locked by whoever moves any of its points.
--
-- Rows that change with every credit have no checks of texts: a check is evaluated at each update of any column, and a
-- regular expression costs as much as the update itself. What never changes is checked when it is inserted, by triggers.

create table holder (
    community  text collate "C" not null,
    member     text collate "C" not null,
    -- how often the member's points moved: the order of the member's events
    version    bigint not null constraint version_not_negative check (version >= 0),
    primary key (community, member)
) with (fillfactor = 75);

insert into holder (community, member, version)
select community, owner, sum(version) from account where kind = 'WALLET' group by community, owner;

create function check_holders() returns trigger language plpgsql as $$
begin
    if exists (select from added where community !~ '^[A-Za-z0-9_.:-]{1,64}$' or member !~ '^[A-Za-z0-9_.:-]{1,64}$') then
        raise exception 'a community or a member is no id' using errcode = 'check_violation', constraint = 'member_form';
    end if;
    return null;
end
$$;

create trigger holder_is_named after insert on holder
    referencing new table as added for each statement execute function check_holders();

-- The short name of a currency: what a posting and its two accounts have in common.
alter table currency
    add column book integer generated always as identity,
    add constraint book_of_currency unique (community, currency, book);

alter table account disable trigger account_moves_only_by_postings;
alter table posting disable trigger posting_is_immutable;

alter table account
    add column book integer,
    -- WALLET: a lot, the points that expire at this instant; the last year that has four digits is never
    add column expires_at timestamptz not null default '9999-12-31T00:00:00Z',
    alter column id drop identity;
alter table posting add column book integer;

-- Accounts of members have ids above zero, those that members share have ids below.
create sequence account_id owned by account.id;
select setval('account_id', coalesce((select max(id) from account), 0) + 1, false);
update posting set source = -source where source in (select id from account where kind <> 'WALLET');
update posting set destination = -destination where destination in (select id from account where kind <> 'WALLET');
update account a set id = case when kind = 'WALLET' then id else -id end,
    book = (select c.book from currency c where c.community = a.community and c.currency = a.currency);
update posting p set book = (select book from account a where a.id = p.destination);

alter table posting enable trigger posting_is_immutable;
alter table account enable trigger account_moves_only_by_postings;

alter table posting alter column book set not null;
alter table account
    drop column version,
    alter column book set not null,
    drop constraint account_kind,
    drop constraint owner_form,
    drop constraint one_account_per_owner,
    drop constraint shard_is_a_number,
    drop constraint account_community_currency_fkey,
    add constraint account_currency foreign key (community, currency, book) references currency (community, currency, book),
    add constraint reserve_not_negative check (balance >= 0 or kind not in ('PENDING', 'HELD', 'BUDGET', 'POT')),
    add constraint owed_not_positive check (balance <= 0 or kind <> 'OWED'),
    add constraint one_account_per_owner unique (community, currency, kind, owner, expires_at);

drop index account_by_owner;
create index account_by_member on account (community, owner) where id > 0;
-- What the expiry job looks at. Not narrowed to lots that hold something: that would make every update of a balance
-- rewrite every index of the row.
create index lot_by_expiry on account (expires_at) where kind = 'WALLET' and expires_at < '9999-12-31T00:00:00Z';

-- Statements are of members; of shared accounts only postings among themselves are found otherwise.
drop index posting_by_source;
drop index posting_by_destination;
create index posting_by_source on posting (source, transaction_id) where source > 0;
create index posting_by_destination on posting (destination, transaction_id) where destination > 0;
create index posting_between_shared on posting (source) where source < 0 and destination < 0;

alter table ledger_transaction
    add column type text not null default 'EARNED' constraint type_form check (type ~ '^[A-Z_]{3,20}$'),
    -- what it belongs to: redemption/…, hold/…, draw/…
    add column reference text collate "C" constraint reference_length check (length(reference) between 1 and 200),
    add column reverses uuid references ledger_transaction,
    add column reason text constraint reason_length check (length(reason) between 1 and 500),
    add column actor text constraint actor_length check (length(actor) between 1 and 256),
    -- how an amount came about, where it is not simply what the rule says
    add column trace jsonb constraint trace_is_object check (jsonb_typeof(trace) = 'object'),
    -- where the source event stands: topic/partition/offset
    add column source_position text collate "C"
        constraint source_position_length check (length(source_position) between 5 and 300),
    drop constraint has_postings,
    add constraint has_postings check (postings between 1 and 10000),
    add constraint reversal_names_what_it_reverses check ((type = 'REVERSED') = (reverses is not null)),
    add constraint reverses_another check (reverses <> id);

create unique index one_reversal_per_transaction on ledger_transaction (reverses) where reverses is not null;
create index transaction_by_reference on ledger_transaction (community, reference) where reference is not null;

-- A transaction has all its postings when the statement that inserts it ends …
create or replace function refuse_bare_transactions() returns trigger
    language plpgsql
    set enable_seqscan = off set enable_mergejoin = off set enable_hashjoin = off
as $$
declare
    offender uuid;
begin
    select t.id into offender
    from added t
    where (select count(*) from posting p where p.transaction_id = t.id and p.ordinal < t.postings) <> t.postings
    limit 1;
    if found then
        raise exception 'transaction % does not come whole with its postings: insert both in one statement', offender
            using errcode = 'check_violation', constraint = 'transaction_is_whole';
    end if;
    return null;
end
$$;

-- … and no posting has a place beyond them, so nothing is ever added. Both accounts are of the posting's book, and of the
-- transaction's community.
create or replace function move_balances() returns trigger
    language plpgsql
    -- The plans are cached from the time when the tables were small: they must not become scans of large ones.
    set enable_seqscan = off set enable_mergejoin = off
as $$
declare
    whole boolean;
    within boolean;
begin
    -- Members' accounts are guarded by their holder; those that members share are locked in the order of their ids, so that
    -- two statements never wait for each other in a ring.
    perform 1 from account
    where id in (select source from added where source < 0 union select destination from added where destination < 0)
    order by id for no key update;

    with placed as (
        select a.source, a.destination, a.amount, a.book, t.community
        from added a join ledger_transaction t on t.id = a.transaction_id and a.ordinal < t.postings),
    moved as (
        select m.account, m.book, m.community, sum(m.amount)::bigint as amount
        from (select source as account, book, community, -amount as amount from placed
              union all
              select destination, book, community, amount from placed) m
        group by m.account, m.book, m.community),
    applied as (
        update account set balance = account.balance + moved.amount
        from moved
        where account.id = moved.account and account.book = moved.book and account.community = moved.community
        returning 1)
    select (select count(*) from placed) = (select count(*) from added),
        (select count(*) from applied) = (select count(*) from moved)
    into whole, within;
    if not whole then
        raise exception 'a posting stands alone, or beyond the last one of its transaction'
            using errcode = 'check_violation', constraint = 'transaction_is_whole';
    end if;
    if not within then
        raise exception 'a posting moves between accounts that are unknown or of different communities or currencies'
            using errcode = 'check_violation', constraint = 'posting_within_one_currency';
    end if;
    return null;
end
$$;

-- An account never changes but for its balance, so what it is is checked once.
create or replace function refuse_given_balances() returns trigger language plpgsql as $$
begin
    if exists (select from added where balance <> 0) then
        raise exception 'an account is opened empty'
            using errcode = 'check_violation', constraint = 'account_moves_only_by_postings';
    end if;
    if exists (select from added where kind not in ('WALLET', 'PENDING', 'HELD', 'OWED',
            'ISSUER', 'REDEEMED', 'EXPIRED', 'ADJUSTED', 'BUDGET', 'POT')) then
        raise exception 'there is no such kind of account' using errcode = 'check_violation', constraint = 'account_kind';
    end if;
    if exists (select from added where (id > 0) <> (kind in ('WALLET', 'PENDING', 'HELD', 'OWED'))) then
        raise exception 'ids above zero are for accounts of members, and for these only'
            using errcode = 'check_violation', constraint = 'members_above_zero';
    end if;
    if exists (select from added where kind <> 'WALLET' and expires_at <> '9999-12-31T00:00:00Z') then
        raise exception 'only lots expire' using errcode = 'check_violation', constraint = 'only_lots_expire';
    end if;
    if exists (select from added a where id > 0
            and not exists (select from holder h where h.community = a.community and h.member = a.owner)) then
        raise exception 'an account of a member belongs to a holder'
            using errcode = 'check_violation', constraint = 'account_of_holder';
    end if;
    -- A shard, or what is set aside with its slice.
    if exists (select from added where id < 0 and owner !~ (case
            when kind in ('BUDGET', 'POT') then '^[A-Za-z0-9_.:-]{1,64}(/[0-9]{1,5})?$'
            else '^(0|[1-9][0-9]{0,4})$' end)) then
        raise exception 'the owner of a shared account is a shard, or what it is set aside for'
            using errcode = 'check_violation', constraint = 'owner_form';
    end if;
    return null;
end
$$;
