-- A file of posts that was brought in: what stood in its rows, and what became of them.
create table post_imports (
  id uuid primary key,
  account_id uuid not null references accounts,
  -- The body under whose hat it was brought in.
  body_id uuid not null references bodies,
  source text not null,
  rows jsonb not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  undone_at timestamptz
);
create index post_imports_body on post_imports (body_id, created_at desc);

alter table posts add column import_id uuid references post_imports;
create index posts_import on posts (import_id) where import_id is not null;
create index posts_from on posts (valid_from);
create index posts_to on posts (valid_to) where valid_to is not null;

-- Who stands in for the holder of a post from day to day; a deputy never has more than the post has.
create table post_deputies (
  id uuid primary key,
  post_id uuid not null references posts on delete cascade,
  account_id uuid not null references accounts,
  valid_from date not null,
  valid_to date not null,
  check (valid_to >= valid_from)
);
create index post_deputies_account on post_deputies (account_id, valid_to);
create index post_deputies_post on post_deputies (post_id);

-- Who wants the list of what waits by mail in the morning of a business day.
create table morning_mails (
  account_id uuid primary key references accounts,
  since timestamptz not null
);

-- The office's one search box: beginnings by btree, pieces by trigrams.
create index contacts_phone_pieces on contacts using gin (phone_key gin_trgm_ops);
create index contacts_name_pieces on contacts using gin (name gin_trgm_ops);
create index accounts_email_pieces on accounts using gin (email gin_trgm_ops);
create index accounts_name_pieces on accounts using gin (name gin_trgm_ops);
create index organisations_name_start on organisations (name_key text_pattern_ops);
create index organisations_kana_start on organisations (kana_key text_pattern_ops);
create index organisations_kana_pieces on organisations using gin (kana_key gin_trgm_ops);
create index organisations_receipt_pieces on organisations using gin (receipt_number gin_trgm_ops);
create index listings_title_start on listings (lower(title) text_pattern_ops);
create index listings_title_pieces on listings using gin (lower(title) gin_trgm_ops);
create index organisation_events_at on organisation_events (at desc);
create index listing_events_at on listing_events (at desc);
