-- What operators configure, of any feature: rules, caps, rewards, tiers … Every change is a new version, none is ever rewritten.
-- A change locks the community's row of rule_book and counts its revision up, so what is in force at a revision never changes:
-- of each definition the last version made at or before it that is not a draft, unless that one retired it.
create table definition (
    community   text collate "C"        not null references rule_book,
    type        text collate "C"        not null constraint type_form check (type ~ '^[a-z][a-z-]{0,31}$'),
    id          text collate "C"        not null constraint id_form check (id ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    version     integer     not null constraint version_positive check (version > 0),
    revision    bigint      not null constraint revision_positive check (revision > 0),
    status      text        not null constraint status_known check (status in ('DRAFT', 'ACTIVE', 'RETIRED')),
    terms       jsonb       not null constraint terms_are_an_object check (jsonb_typeof(terms) = 'object')
                                     constraint terms_are_bounded check (octet_length(terms::text) <= 131072),
    changed_at  timestamptz not null,
    changed_by  text        not null constraint changed_by_length check (length(changed_by) between 1 and 256),
    primary key (community, type, id, version),
    constraint one_change_per_revision unique (community, revision)
);

create trigger definition_history_is_immutable before update or delete or truncate on definition
    for each statement execute function refuse_change('a change is a new version', 'definition_history_immutable');

create function follow_the_last_version() returns trigger language plpgsql as $$
declare
    last record;
begin
    select version, status into last from definition
    where community = new.community and type = new.type and id = new.id
    order by version desc limit 1;
    if new.version <> coalesce(last.version, 0) + 1 then
        raise exception '% % of % has version % after %', new.type, new.id, new.community, new.version,
            coalesce(last.version, 0)
            using errcode = 'check_violation', constraint = 'versions_have_no_gap';
    end if;
    if last.status = 'RETIRED' then
        raise exception '% % of % is retired', new.type, new.id, new.community
            using errcode = 'check_violation', constraint = 'retired_is_final';
    end if;
    return new;
end
$$;

create trigger definition_follows_the_last before insert on definition
    for each row execute function follow_the_last_version();
