-- Contests, their weeks (iso_week such as 2026-W47, whose order as text is that of time), marks and places.

create table contest (
    contest_id varchar(64)  not null,
    site_id    varchar(64)  not null,
    name       varchar(200) not null,
    method     varchar(20)  not null,
    first_day  date         not null,
    last_day   date         not null,
    live_from  date         not null,
    primary key (contest_id)
);

create table contest_vehicle (
    contest_id varchar(64) not null,
    vehicle_id varchar(64) not null,
    ordinal    int         not null,
    primary key (contest_id, vehicle_id)
);

create table batch (
    contest_id   varchar(64) not null,
    iso_week     char(8)     not null,
    batch_number int         not null,
    state        varchar(20) not null,
    revision     int         not null,
    rulebook     varchar(80) not null,
    opened_at    datetime(3) not null,
    primary key (contest_id, iso_week)
);

-- What counts as average in a week, by vehicle class; frozen when the week opened.
create table fleet_mean (
    contest_id                     varchar(64) not null,
    iso_week                       char(8)     not null,
    vehicle_class                  varchar(20) not null,
    acceleration_points_per_100_km double      not null,
    braking_points_per_100_km      double      not null,
    primary key (contest_id, iso_week, vehicle_class)
);

create table driver_score (
    contest_id          varchar(64)   not null,
    iso_week            char(8)       not null,
    driver_id           varchar(64)   not null,
    revision            int           not null,
    league              varchar(20)   not null,
    distance_km         double        not null,
    moving_h            double        not null,
    days_driven         int           not null,
    coverage            double,
    class_a_km          double,
    class_b_km          double,
    class_c_km          double,
    class_d_km          double,
    event_km            double        not null,
    acceleration_points int           not null,
    braking_points      int           not null,
    acceleration_variance int         not null,
    braking_variance    int           not null,
    score               decimal(5, 2),
    doubt               decimal(5, 2),
    ranked              boolean       not null,
    rulebook            varchar(80)   not null,
    primary key (contest_id, iso_week, driver_id)
);

-- The measured values of a driver's week, whether or not a mark was made of them.
create table driver_feature (
    contest_id    varchar(64) not null,
    iso_week      char(8)     not null,
    driver_id     varchar(64) not null,
    feature       varchar(32) not null,
    feature_value double      not null,
    primary key (contest_id, iso_week, driver_id, feature)
);

create table mark (
    contest_id varchar(64) not null,
    iso_week   char(8)     not null,
    driver_id  varchar(64) not null,
    kind       varchar(20) not null,
    ordinal    int         not null,
    points     double      not null,
    weight     double      not null,
    primary key (contest_id, iso_week, driver_id, kind)
);

create table feature_mark (
    contest_id    varchar(64)  not null,
    iso_week      char(8)      not null,
    driver_id     varchar(64)  not null,
    mark_kind     varchar(20)  not null,
    ordinal       int          not null,
    feature       varchar(32)  not null,
    feature_value double,
    points        double       not null,
    weight        double       not null,
    rule_name     varchar(200) not null,
    primary key (contest_id, iso_week, driver_id, mark_kind, ordinal)
);

create table score_reason (
    contest_id     varchar(64)  not null,
    iso_week       char(8)      not null,
    driver_id      varchar(64)  not null,
    ordinal        int          not null,
    code           varchar(64)  not null,
    found_value    double,
    expected_value double,
    rule_name      varchar(200) not null,
    primary key (contest_id, iso_week, driver_id, ordinal)
);

create table standing (
    contest_id    varchar(64)   not null,
    iso_week      char(8)       not null,
    driver_id     varchar(64)   not null,
    ordinal       int           not null,
    league        varchar(20)   not null,
    place         int,
    ex_aequo      boolean       not null,
    ranked_of     int           not null,
    places_gained int,
    global_score  decimal(5, 2),
    global_place  int,
    primary key (contest_id, iso_week, driver_id)
);

create table exclusion (
    contest_id  varchar(64)   not null,
    iso_week    char(8)       not null,
    driver_id   varchar(64)   not null,
    reason      varchar(1000) not null,
    excluded_by varchar(64)   not null,
    excluded_at datetime(3)   not null,
    primary key (contest_id, iso_week, driver_id)
);

-- Append only.
create table review_decision (
    decision_id bigint        not null auto_increment,
    contest_id  varchar(64)   not null,
    iso_week    char(8)       not null,
    revision    int           not null,
    decision    varchar(32)   not null,
    reason      varchar(1000) not null,
    decided_by  varchar(64)   not null,
    decided_at  datetime(3)   not null,
    primary key (decision_id)
);
