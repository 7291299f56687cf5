-- The relative method, for every week beside the absolute one: a driver's contest up to a week.

create table relative_score (
    contest_id   varchar(64)   not null,
    iso_week     char(8)       not null,
    driver_id    varchar(64)   not null,
    ordinal      int           not null,
    league       varchar(20)   not null,
    excluded     boolean       not null,
    global_of_30 decimal(3, 1),
    place        int,
    ranked_of    int           not null,
    primary key (contest_id, iso_week, driver_id)
);

-- Raw scores of the week with their weight, and of the contest so far; a reason where there is no mark.
create table relative_mark (
    contest_id      varchar(64) not null,
    iso_week        char(8)     not null,
    driver_id       varchar(64) not null,
    kind            varchar(20) not null,
    ordinal         int         not null,
    moves           int         not null,
    raw_score       double,
    moves_to_date   int         not null,
    raw_to_date     double,
    mark_of_10      int,
    reason_code     varchar(64),
    reason_found    double,
    reason_expected double,
    primary key (contest_id, iso_week, driver_id, kind)
);
