-- What is reserved, and what is paid and still to be handed over: the work of operators, oldest first.
create index open_redemption on redemption (community, state, redemption) where state in ('RESERVED', 'CONFIRMED');
