-- What changes of the rules on trial would have made of weeks, beside what counted. Seen by rule authors and approvers only; nothing
-- that drivers, SMS, reviews or exports are made of reads these tables.

create table shadow_week (
    change_id  varchar(26) not null,
    contest_id varchar(64) not null,
    iso_week   char(8)     not null,
    scored_at  datetime(3) not null,
    problem    varchar(1000),
    primary key (change_id, contest_id, iso_week)
);

create index shadow_week_by_week on shadow_week (contest_id, iso_week);

create table shadow_score (
    change_id   varchar(26) not null,
    contest_id  varchar(64) not null,
    iso_week    char(8)     not null,
    driver_id   varchar(64) not null,
    ordinal     int         not null,
    league      varchar(20) not null,
    score       decimal(5, 2),
    place       int,
    score_real  decimal(5, 2),
    place_real  int,
    gained      int         not null,
    lost        int         not null,
    harder      int         not null,
    milder      int         not null,
    primary key (change_id, contest_id, iso_week, driver_id)
);

-- How often each row of the tables answered for what is known of a week. A piece of work (a chunk of drivers, a vehicle) replaces
-- its own counts together with its results; a row that is not here never answered.

create table row_count (
    iso_week  char(8)      not null,
    work      varchar(20)  not null,
    scope_id  varchar(64)  not null,
    part      int          not null,
    rule_name varchar(200) not null,
    fired     bigint       not null,
    primary key (iso_week, work, scope_id, part, rule_name)
);
