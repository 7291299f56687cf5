-- What other software pushes: behaviour events, the marks that came, answers given, fixes that wait to be merged into their
-- day, and what could not be taken.

create table behaviour_event (
    source            varchar(32)  not null,
    event_id          varchar(100) not null,
    vehicle_id        varchar(64)  not null,
    driver_id         varchar(64),
    event_type        varchar(32)  not null,
    happened_at       datetime(3)  not null,
    duration_ms       bigint,
    acceleration_mps2 double,
    speed_kmh         double,
    latitude          double,
    longitude         double,
    received_at       datetime(3)  not null,
    primary key (source, event_id)
);

create index behaviour_event_by_vehicle on behaviour_event (vehicle_id, happened_at);

-- Which marks came, so that one sent twice is known; the marks themselves are in period_score.
create table pushed_mark (
    source      varchar(32)  not null,
    mark_id     varchar(100) not null,
    received_at datetime(3)  not null,
    primary key (source, mark_id)
);

-- The answer to a push, given again when the same push comes again.
create table push_answer (
    sender          varchar(64)  not null,
    idempotency_key varchar(100) not null,
    body_hash       char(64)     not null,
    answer          longtext,
    received_at     datetime(3)  not null,
    primary key (sender, idempotency_key)
);

create index push_answer_by_time on push_answer (received_at);

-- Fixes pushed one by one; they wait for their day to be written once for many. Of one outside working hours nothing is kept
-- but that it came.
create table push_fix (
    push_id      bigint       not null auto_increment,
    source       varchar(32)  not null,
    vehicle_id   varchar(64)  not null,
    state        varchar(20)  not null,
    fix_ms       bigint,
    latitude     double,
    longitude    double,
    speed_mps    double,
    accuracy_m   double,
    bearing_deg  double,
    altitude_m   double,
    provider_ref varchar(100),
    driver_ref   varchar(200),
    alarms       varchar(200),
    reason       varchar(64),
    raw_row      varchar(2000),
    received_at  datetime(3)  not null,
    claim        varchar(40),
    primary key (push_id)
);

create index push_fix_by_vehicle on push_fix (vehicle_id, push_id);

-- What could not be taken, counted by what it names; no positions, no names of people.
create table push_refusal (
    source   varchar(32)  not null,
    code     varchar(32)  not null,
    subject  varchar(200) not null,
    detail   varchar(300) not null,
    times    bigint       not null,
    first_at datetime(3)  not null,
    last_at  datetime(3)  not null,
    primary key (source, code, subject)
);

create index vehicle_by_source on vehicle (trace_source, source_ref);
