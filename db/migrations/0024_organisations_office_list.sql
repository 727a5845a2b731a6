-- The office's lists, in each order that is offered, at fifty thousand groups and a hundred thousand listings.
create index organisations_office_order on organisations (submitted_at, id) where submitted_at is not null;

-- activity-publishing.U4: when a group last published something, told by whatever publishes.
alter table organisations add last_published_on date;
create index organisations_last_published on organisations (last_published_on) where state = 'registered';
update organisations o set last_published_on = l.day
from (
  select organisation_id, max((first_published_at at time zone 'Asia/Tokyo')::date) as day
  from listings where first_published_at is not null group by organisation_id
) l
where l.organisation_id = o.id;
