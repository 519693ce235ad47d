-- Work that takes longer than a request: imports, forecasts. One replica at a time works on a task, step by step; what a step
-- did and how far the task is commit together, and only by who holds the lease. So a task goes on where it was, wherever.
create table task (
    community    text collate "C"        not null constraint community_form check (community ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    id           uuid        not null,
    type         text collate "C"        not null constraint type_form check (type ~ '^[a-z][a-z-]{0,31}$'),
    status       text        not null constraint status_known check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    request      jsonb       not null constraint request_is_bounded check (octet_length(request::text) <= 131072),
    -- where the next step goes on; absent before the first
    state        jsonb constraint state_is_bounded check (octet_length(state::text) <= 1048576),
    done         bigint      not null default 0 constraint done_not_negative check (done >= 0),
    total        bigint constraint total_not_negative check (total >= 0),
    result       jsonb constraint result_is_bounded check (octet_length(result::text) <= 1048576),
    failure      text constraint failure_length check (length(failure) <= 2000),
    -- how often the step that comes next has failed
    failures     integer     not null default 0 constraint failures_not_negative check (failures >= 0),
    created_at   timestamptz not null,
    created_by   text        not null,
    updated_at   timestamptz not null,
    lease_owner  uuid,
    lease_until  timestamptz,
    primary key (community, id),
    constraint lease_has_an_end check ((lease_owner is null) = (lease_until is null)),
    constraint result_when_done check ((status = 'DONE') = (result is not null)),
    constraint failure_when_failed check ((status = 'FAILED') = (failure is not null)),
    constraint ended_without_lease check (status in ('QUEUED', 'RUNNING') or lease_owner is null)
);

create index task_to_do on task (created_at) where status in ('QUEUED', 'RUNNING');
create index task_ended on task (updated_at) where status in ('DONE', 'FAILED');
