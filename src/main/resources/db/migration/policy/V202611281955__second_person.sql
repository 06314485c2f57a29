-- Whoever wants to publish a draft is known again by every mark they have, not by their addresses alone.
alter table policy.draft rename column asked_addresses to asked_marks;
update policy.draft
   set asked_marks = array(select 'address/' || address from unnest(asked_marks) as address) || ('person/' || asked_by_id)
 where asked_by_id is not null;
