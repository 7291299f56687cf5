-- When results become final, what appeals changed before and after that, and teams.

-- ISO day of the week (1 is Monday) and time of day of the week after the scored one, in the site's time zone.
alter table site add column closing_day int not null default 4;
alter table site add column closing_time char(5) not null default '12:00';

alter table batch add column closed_at datetime(3);

-- Half of the global score's 90 % interval.
alter table standing add column global_doubt decimal(5, 2);

-- Events that an approver took out of a driver's week before its closing; every scoring leaves them out.
create table event_set_aside (
    contest_id   varchar(64)   not null,
    iso_week     char(8)       not null,
    driver_id    varchar(64)   not null,
    vehicle_id   varchar(64)   not null,
    kind         varchar(20)   not null,
    event_at     datetime(3)   not null,
    reason       varchar(1000) not null,
    set_aside_by varchar(64)   not null,
    decided_at   datetime(3)   not null,
    primary key (contest_id, iso_week, driver_id, vehicle_id, kind, event_at)
);

-- What an appeal upheld after the closing would have changed: the stored scores stay as they are. Append only.
create table amendment (
    amendment_id bigint        not null auto_increment,
    contest_id   varchar(64)   not null,
    iso_week     char(8)       not null,
    driver_id    varchar(64)   not null,
    vehicle_id   varchar(64)   not null,
    kind         varchar(20)   not null,
    event_at     datetime(3)   not null,
    reason       varchar(1000) not null,
    amended_by   varchar(64)   not null,
    amended_at   datetime(3)   not null,
    score_before decimal(5, 2),
    score_after  decimal(5, 2),
    place_before int,
    place_after  int,
    primary key (amendment_id),
    unique (contest_id, iso_week, driver_id, vehicle_id, kind, event_at)
);

create table team (
    contest_id varchar(64)  not null,
    team_id    varchar(64)  not null,
    name       varchar(200) not null,
    primary key (contest_id, team_id)
);

-- A driver is in at most one team of a contest.
create table team_member (
    contest_id varchar(64) not null,
    driver_id  varchar(64) not null,
    team_id    varchar(64) not null,
    primary key (contest_id, driver_id)
);

-- As ranked with the week: later changes of names or members leave it alone.
create table team_standing (
    contest_id     varchar(64)  not null,
    iso_week       char(8)      not null,
    team_id        varchar(64)  not null,
    ordinal        int          not null,
    name           varchar(200) not null,
    place          int,
    score          decimal(5, 2),
    ranked_members int          not null,
    members        int          not null,
    primary key (contest_id, iso_week, team_id)
);
