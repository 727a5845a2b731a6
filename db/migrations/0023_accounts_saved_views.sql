-- A way of looking at a list of the office, under a name: its filters, columns and order as they stand in the address.
create table saved_views (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  body_id uuid not null references bodies (id),
  list text not null,
  name text not null,
  query text not null,
  shared boolean not null,
  created_at timestamptz not null
);
create index saved_views_list on saved_views (list, body_id, account_id);
create unique index saved_views_name on saved_views (account_id, list, name);
grant select, insert, update, delete on saved_views to enishi_program;
