-- What a week was scored from, so that what came later is known; scorings beside results that were sent; past ranges fetched again.

-- Of what scorings read of the day; NULL for facts made before this column was there.
alter table day_facts add column facts_hash varchar(64);

-- revision_number 0: what the results of the week were made of; otherwise what that revision beside them was made of.
-- driver_id '' stands for trips without a driver.
create table scored_day (
    contest_id      varchar(64) not null,
    iso_week        char(8)     not null,
    revision_number int         not null,
    vehicle_id      varchar(64) not null,
    site_day        date        not null,
    driver_id       varchar(64) not null,
    facts_hash      varchar(64),
    distance_km     double      not null,
    primary key (contest_id, iso_week, revision_number, vehicle_id, site_day, driver_id)
);

-- A week that is sent or closed, scored again from later data: it stands beside the results, which stay. Append only.
create table week_revision (
    contest_id      varchar(64)   not null,
    iso_week        char(8)       not null,
    revision_number int           not null,
    revised_at      datetime(3)   not null,
    revised_by      varchar(64)   not null,
    reason          varchar(1000) not null,
    rulebook        varchar(80)   not null,
    primary key (contest_id, iso_week, revision_number)
);

-- Before: as it stands in the results. NULL where the driver is not in them, or has no score or place.
create table revised_score (
    contest_id      varchar(64)   not null,
    iso_week        char(8)       not null,
    revision_number int           not null,
    driver_id       varchar(64)   not null,
    league          varchar(20)   not null,
    km_before       double,
    km_after        double,
    score_before    decimal(5, 2),
    score_after     decimal(5, 2),
    place_before    int,
    place_after     int,
    primary key (contest_id, iso_week, revision_number, driver_id)
);

-- state: RUNNING, DONE or CANCELLED. fetch_scope is all, site:id, vehicles:id,id or a contest's id.
create table backfill (
    backfill_id  varchar(26)   not null,
    fetch_scope  varchar(2000) not null,
    from_day     date          not null,
    to_day       date          not null,
    reason       varchar(1000) not null,
    requested_by varchar(64)   not null,
    requested_at datetime(3)   not null,
    state        varchar(20)   not null,
    done_to      date,
    ended_at     datetime(3),
    ended_by     varchar(64),
    primary key (backfill_id)
);
