-- What people asked a group, its texts for answers, whom it takes no messages from, and its files follow a merge of two
-- groups and go home when it is taken back. `merged_from`: the groups that a row came from, the latest last.
alter table inquiries add merged_from uuid[] not null default '{}';
create index inquiries_merged_from on inquiries using gin (merged_from) where merged_from <> '{}';
alter table inquiry_templates add merged_from uuid[] not null default '{}';
-- Blocks are copied, as both groups may have blocked one person; the copies go when the merge is taken back.
alter table inquiry_blocks add copied_from uuid;
alter table files add merged_from uuid[] not null default '{}';

-- The officer who merges sees none of these conversations: the database moves them, and only where a merge stands.
create function take_in_inquiries(survivor uuid, other uuid) returns bigint
language sql volatile security definer set search_path = '' as $$
  with merge as (select id from public.organisations where id = other and merged_into = survivor),
  moved as (update public.inquiries set organisation_id = survivor, merged_from = array_append(merged_from, other)
    where organisation_id in (select id from merge) returning id),
  cases as (update public.inquiry_cases set organisation_id = survivor
    where organisation_id in (select id from merge) returning id),
  texts as (update public.inquiry_templates set organisation_id = survivor, merged_from = array_append(merged_from, other)
    where organisation_id in (select id from merge) returning id),
  blocks as (insert into public.inquiry_blocks (organisation_id, address_key, account_id, at, by_account_id, copied_from)
    select survivor, b.address_key, b.account_id, b.at, b.by_account_id, other
    from public.inquiry_blocks b where b.organisation_id in (select id from merge)
    on conflict (organisation_id, address_key) do nothing returning address_key)
  select count(*) from moved
$$;

create function give_back_inquiries(survivor uuid, other uuid) returns bigint
language sql volatile security definer set search_path = '' as $$
  with parted as (select id from public.organisations where id = other and merged_into is null),
  moved as (update public.inquiries set organisation_id = other,
      merged_from = merged_from[:array_upper(merged_from, 1) - 1]
    where organisation_id = survivor and merged_from[array_upper(merged_from, 1)] in (select id from parted)
    returning id),
  cases as (update public.inquiry_cases set organisation_id = other
    where organisation_id = survivor and inquiry_id in (select id from moved) returning id),
  texts as (update public.inquiry_templates set organisation_id = other,
      merged_from = merged_from[:array_upper(merged_from, 1) - 1]
    where organisation_id = survivor and merged_from[array_upper(merged_from, 1)] in (select id from parted)
    returning id),
  blocks as (delete from public.inquiry_blocks
    where organisation_id = survivor and copied_from in (select id from parted) returning address_key)
  select count(*) from moved
$$;

revoke all on function take_in_inquiries(uuid, uuid), give_back_inquiries(uuid, uuid) from public;
grant execute on function take_in_inquiries(uuid, uuid), give_back_inquiries(uuid, uuid) to enishi_program;
