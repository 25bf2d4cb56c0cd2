-- What a search for a team reads of each team, without counting rows of the past.

-- How residents rated a team, counted as they do: the mean of a team that is rated for years costs one row.
create table team_rating (
    center varchar(6) not null,
    team_id uuid not null,
    ratings integer not null check (ratings > 0),
    -- The sum of the scores.
    points integer not null check (points between ratings and 5 * ratings),
    primary key (center, team_id)
);
insert into team_rating (center, team_id, ratings, points)
select center, team, count(*), sum(score) from rating group by center, team;
drop index rating_team;

-- The teams of a Center that offer a category, wherever they go.
create index team_reach_of_category on team_reach (center, category, team_id);
