-- Who owns a group (群主). Chosen by the product team like every member's id, so it may be put before the member joins.
alter table community_group
    add column owner text constraint owner_form check (owner ~ '^[A-Za-z0-9_.:-]{1,64}$');
