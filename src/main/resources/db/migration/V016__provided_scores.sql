-- Contests whose counts or marks come from a provider: which one, how its weeks are put together, and who competes.

alter table contest add column score_source varchar(32);
alter table contest add column score_strategy varchar(20);
alter table contest add column score_entrants varchar(20);

-- What providers call drivers and vehicles; without a row they are called there as here.
create table score_ref (
    source       varchar(32)  not null,
    entity       varchar(16)  not null,
    entity_id    varchar(64)  not null,
    provider_ref varchar(200) not null,
    primary key (source, entity, entity_id)
);

-- What a provider counted in a week; distance null when it did not say.
create table event_count (
    source        varchar(32) not null,
    entity        varchar(16) not null,
    iso_week      char(8)     not null,
    entity_id     varchar(64) not null,
    accelerations int         not null,
    brakings      int         not null,
    overspeeds    int         not null,
    distance_m    double,
    received_at   datetime(3) not null,
    primary key (source, entity, iso_week, entity_id)
);

-- The marks a provider gave for a week, from 0 to 10; null what it did not give.
create table period_score (
    source             varchar(32) not null,
    entity             varchar(16) not null,
    iso_week           char(8)     not null,
    entity_id          varchar(64) not null,
    acceleration_mark  double,
    deceleration_mark  double,
    speed_keeping_mark double,
    global_mark        double,
    accelerations      int,
    brakings           int,
    overspeeds         int,
    distance_m         double,
    driving_s          double,
    received_at        datetime(3) not null,
    primary key (source, entity, iso_week, entity_id)
);

-- A driver's contest up to a week, from counts or marks of a provider.
create table provider_score (
    contest_id      varchar(64)   not null,
    iso_week        char(8)       not null,
    driver_id       varchar(64)   not null,
    ordinal         int           not null,
    league          varchar(20)   not null,
    excluded        boolean       not null,
    week_km         double,
    km              double,
    week_driving_h  double,
    week_global     decimal(4, 2),
    global_mark     decimal(4, 2),
    global_of       int           not null,
    place           int,
    ranked_of       int           not null,
    reason_code     varchar(64),
    reason_found    double,
    reason_expected double,
    primary key (contest_id, iso_week, driver_id)
);

-- Events of the week and of the contest so far, the rate and the place in the fleet behind the mark.
create table provider_mark (
    contest_id  varchar(64)   not null,
    iso_week    char(8)       not null,
    driver_id   varchar(64)   not null,
    kind        varchar(20)   not null,
    ordinal     int           not null,
    week_events double,
    events      double,
    rate        double,
    percentile  double,
    week_mark   decimal(4, 2),
    mark_of_10  decimal(4, 2),
    primary key (contest_id, iso_week, driver_id, kind)
);
