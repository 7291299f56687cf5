-- Which vehicles' fixes could not be fetched, since when and why; a fetch that succeeds takes its days away. The vehicle '' stands
-- for what concerns all vehicles of a source.

create table fetch_problem (
    vehicle_id varchar(64)   not null,
    source     varchar(32)   not null,
    from_day   date          not null,
    to_day     date          not null,
    attempts   int           not null,
    message    varchar(1000) not null,
    since      datetime(3)   not null,
    last_at    datetime(3)   not null,
    primary key (vehicle_id, source)
);
