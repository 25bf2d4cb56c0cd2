-- The second wall: a transaction sees and writes the rows of the Centers that it says it works for, and no others, whatever
-- its statements ask for. It says so in the setting app.centers, of itself alone: codes with commas, of counties or of what
-- lies above them, or * for all. Unset is nothing. See docs/adr/0014-second-wall.md.

-- Inlined by the planner, which takes a case to be true of half the rows; of an "or" it believed that hardly any row were
-- left, and read indexes in another order than lists want. An empty word between two commas is none, or everything would
-- begin with it.
create function within_reach(center varchar) returns boolean language sql stable parallel safe
    return case when current_setting('app.centers', true) = '*' then true
        else center ^@ any (string_to_array(current_setting('app.centers', true), ',', '')) end;

-- The Center in an id: org.diandan.shared.Ids#centerOf.
create function home_of(id uuid) returns varchar language sql immutable parallel safe
    return (with read as (
        select ('x' || lpad(substr(id::text, 16, 3) || substr(id::text, 20, 3), 8, '0'))::bit(32)::int as bits)
        select lpad(((((bits >> 12) << 8) | ((bits >> 2) & 255)) % 1000000)::text, 6, '0') from read);

-- In which other Centers somebody has something of their own: an order, a part in one, an offer, a team, an office. A
-- directory, asked before it is known what a transaction may see; who is let in is said where they are let in.
create table guest (
    center varchar(6) not null, -- the person's home
    person uuid not null, -- an account, or a resident
    host varchar(6) not null,
    primary key (center, person, host)
);

insert into guest (center, person, host)
    select center, account, home_of(resident) from represented where home_of(resident) <> center
    union select center, volunteer, offering_center from offer_elsewhere
    union select center, volunteer, home_of(visit_id) from engagement where home_of(visit_id) <> center
    union select account_center, account, center from grant_holder where account_center <> center and center <> '000000'
    union select home_of(account_id), account_id, center from team_member where home_of(account_id) <> center
    union select home_of(party), party, center from order_party where kind <> 'TEAM' and home_of(party) <> center
    union select home_of(account), account, center from resident where home_of(account) <> center
    union select home_of(resident), resident, center from orders where home_of(resident) <> center;

-- A person of another Center who has something here: called for such rows alone, so it is not inlined.
create function is_guest(center varchar, person uuid) returns boolean language sql stable parallel safe
    return exists (select from guest where guest.center = is_guest.center and guest.person = is_guest.person
        and within_reach(guest.host));

-- What lists look for in an area. left() is not "leakproof": under a policy PostgreSQL would not look into an index by it.
alter table orders
    add column township varchar(9) collate "C" not null generated always as (left(site, 9)) stored,
    add column village varchar(12) collate "C" not null generated always as (left(site, 12)) stored;
drop index orders_open_township, orders_open_village, orders_changed_township, orders_changed_village;
create index orders_open_township on orders (center, township, due_at, id)
    where state not in ('CLOSED', 'REJECTED', 'UNFULFILLED', 'CANCELLED', 'MERGED');
create index orders_open_village on orders (center, village, due_at, id)
    where state not in ('CLOSED', 'REJECTED', 'UNFULFILLED', 'CANCELLED', 'MERGED');
create index orders_changed_township on orders (center, township, changed_at, id);
create index orders_changed_village on orders (center, village, changed_at, id);

alter table task
    add column township varchar(9) not null generated always as (left(site, 9)) stored,
    add column village varchar(12) not null generated always as (left(site, 12)) stored;
drop index task_open_township, task_open_village, task_closed_township, task_closed_village;
create index task_open_township on task (center, township, due_at, id) where state in ('OPEN', 'TAKEN');
create index task_open_village on task (center, village, due_at, id) where state in ('OPEN', 'TAKEN');
create index task_closed_township on task (center, township, closed_at, id) where closed_at is not null;
create index task_closed_village on task (center, village, closed_at, id) where closed_at is not null;

alter table certificate
    add column township varchar(9) not null generated always as (left(site, 9)) stored,
    add column village varchar(12) not null generated always as (left(site, 12)) stored,
    add column lot varchar(8) not null generated always as (right(volunteer_id::text, 8)) stored;
drop index certificate_desk_of_institute, certificate_desk_of_station, certificate_in_county, certificate_in_township,
    certificate_in_village;
create index certificate_desk_of_institute on certificate (center, state, township, id);
create index certificate_desk_of_station on certificate (center, state, village, id);
create index certificate_in_county on certificate (center, kind, lot) where state = 'VERIFIED';
create index certificate_in_township on certificate (center, kind, township, lot) where state = 'VERIFIED';
create index certificate_in_village on certificate (center, kind, village, lot) where state = 'VERIFIED';

alter table volunteer
    add column township varchar(9) not null generated always as (left(site, 9)) stored,
    add column village varchar(12) not null generated always as (left(site, 12)) stored,
    add column lot varchar(8) not null generated always as (right(id::text, 8)) stored;
drop index volunteer_in_county, volunteer_in_township, volunteer_in_village;
create index volunteer_in_county on volunteer (center, lot);
create index volunteer_in_township on volunteer (center, township, lot);
create index volunteer_in_village on volunteer (center, village, lot);

alter table visit
    add column township varchar(9) not null generated always as (left(site, 9)) stored,
    add column village varchar(12) not null generated always as (left(site, 12)) stored;
drop index visit_pool_township, visit_pool_village;
create index visit_pool_township on visit (center, township, service, from_at, id)
    where state = 'PLANNED' and asked_at is not null and taken < needed;
create index visit_pool_village on visit (center, village, service, from_at, id)
    where state = 'PLANNED' and asked_at is not null and taken < needed;

-- Every table with a center but the directories and the installation's own, forced so that it holds for the owner too.
do $$
declare
    walled text;
begin
    for walled in
        select table_name from information_schema.columns
         where table_schema = current_schema() and column_name = 'center'
           and table_name not in ('login', 'shared_secret', 'signing_key', 'sealing_key')
    loop
        execute format('alter table %I enable row level security', walled);
        execute format('alter table %I force row level security', walled);
        execute format('create policy within_reach on %I using (within_reach(center))', walled);
    end loop;
end $$;

-- People are kept at home; where they are guests they are seen too, they and nobody else of their Center.
alter policy within_reach on account using (within_reach(center) or is_guest(center, id));
alter policy within_reach on account_grant using (within_reach(center) or is_guest(center, account));
alter policy within_reach on password using (within_reach(center) or is_guest(center, account));
alter policy within_reach on second_factor using (within_reach(center) or is_guest(center, account));
alter policy within_reach on session using (within_reach(center) or is_guest(center, account));
alter policy within_reach on represented using (within_reach(center) or is_guest(center, account));
alter policy within_reach on volunteer using (within_reach(center) or is_guest(center, id));
alter policy within_reach on volunteer_availability using (within_reach(center) or is_guest(center, volunteer_id));
alter policy within_reach on volunteer_ask using (within_reach(center) or is_guest(center, volunteer));
alter policy within_reach on volunteer_response using (within_reach(center) or is_guest(center, volunteer));
alter policy within_reach on volunteer_unwanted using (within_reach(center) or is_guest(center, volunteer_id));
alter policy within_reach on volunteer_hours using (within_reach(center) or is_guest(center, volunteer_id));
alter policy within_reach on certificate using (within_reach(center) or is_guest(center, volunteer_id));
alter policy within_reach on engagement using (within_reach(center) or is_guest(center, volunteer));
alter policy within_reach on resident using (within_reach(center) or is_guest(center, id));
alter policy within_reach on resident_consent using (within_reach(center) or is_guest(center, resident));
alter policy within_reach on resident_circumstance using (within_reach(center) or is_guest(center, resident));
alter policy within_reach on resident_proxy using (within_reach(center) or is_guest(center, resident));
alter policy within_reach on unwelcome using (within_reach(center) or is_guest(center, resident));
alter policy within_reach on offer_elsewhere using (within_reach(center) or is_guest(center, volunteer));

-- And what people of one's own Center are elsewhere: offices, memberships and what these rest on.
alter policy within_reach on grant_holder using (within_reach(center) or within_reach(account_center));
alter policy within_reach on team_member using (within_reach(center) or within_reach(home_of(account_id)));
alter policy within_reach on team_expertise using (within_reach(center) or within_reach(home_of(account_id)));

-- The directory is asked by everybody, and written where somebody is let in.
alter policy within_reach on guest using (within_reach(host));
create policy read_by_all on guest for select using (true);

-- What a Center shows to everybody, and what others plan by; nothing in it is about a person but who runs a team.
create policy read_by_all on site for select using (true);
create policy read_by_all on service_calendar for select using (true);
create policy read_by_all on service_hours for select using (true);
create policy read_by_all on service_day for select using (true);
create policy read_by_all on menu_entry for select using (true);
create policy read_by_all on time_limit for select using (true);
create policy read_by_all on policy for select using (true);
create policy read_by_all on organisation for select using (true);
create policy read_by_all on team for select using (true);
create policy read_by_all on team_slot for select using (true);
create policy read_by_all on team_reach for select using (true);
create policy read_by_all on team_rating for select using (true);

-- Who administers the installation, and who looks after several counties.
create policy read_by_all on grant_holder for select using (center = '000000');

-- Whoever acts on a person of another Center leaves the trace there.
create policy written_by_all on audit_entry for insert with check (true);
create policy written_by_all on audit_unsealed for insert with check (true);
