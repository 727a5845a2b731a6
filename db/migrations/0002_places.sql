-- Areas and bodies come from the city's profile and are synced at every start.
create table areas (
  code text primary key,
  slug text not null unique,
  level text not null check (level in ('city', 'ward')),
  parent_code text references areas,
  name text not null,
  kana text not null,
  english text not null,
  position int not null,
  valid_from date not null default '1900-01-01',
  valid_to date
);

create table bodies (
  id uuid primary key,
  slug text not null unique,
  kind text not null check (kind in ('city', 'ward-office', 'shakyo', 'ward-shakyo', 'centre', 'committee')),
  name text not null,
  english text not null,
  mark text not null unique,
  area_code text references areas,
  phone text
);
create index bodies_area on bodies (area_code);
