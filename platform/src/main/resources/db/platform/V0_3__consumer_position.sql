-- Up to which offset the effects of each partition are in this database. Moved in the transaction of the effects, and only
-- from the position that the mover believes in: whoever lost the partition cannot move it any more.
create table consumer_position (
    consumer  text   not null,
    topic     text   not null,
    partition int    not null check (partition >= 0),
    position  bigint not null check (position >= 0), -- the next offset to apply
    primary key (consumer, topic, partition)
) with (fillfactor = 50);
