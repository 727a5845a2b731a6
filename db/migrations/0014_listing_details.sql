-- What real notices say besides: one document, of which the lists ask only what is drawn out into the columns below.
alter table listings
  add details jsonb not null default '{}',
  -- The shortest time for which one can help or come, in minutes.
  add minutes int check (minutes > 0),
  add features text[] not null default '{}',
  add audiences text[] not null default '{}',
  -- Folded, so that 北区 常盤 and 常盤 find each other whatever their width.
  add districts text[] not null default '{}',
  -- Before this instant nobody can apply yet.
  add apply_from timestamptz;

create index listings_features on listings using gin (features);
create index listings_audiences on listings using gin (audiences);
create index listings_districts on listings (id) where state = 'published' and districts <> '{}';
create index listings_minutes on listings (minutes) where state = 'published' and minutes is not null;
create index listings_kind on listings (kind, next_at, id) where state = 'published';
create index listings_deadline on listings (kind, apply_by, id) where state = 'published';
