-- Links that drivers got by SMS, and what they object to.

-- A link lets its holder see one driver's week. Only its hash is kept: whoever reads this table opens nothing with it.
create table driver_link (
    token_hash char(64)    not null,
    contest_id varchar(64) not null,
    iso_week   char(8)     not null,
    driver_id  varchar(64) not null,
    issued_at  datetime(3) not null,
    primary key (token_hash)
);

create index driver_link_by_driver on driver_link (contest_id, iso_week, driver_id);

-- One event is objected to once; a decision is made once.
create table objection (
    objection_id  char(26)      not null,
    contest_id    varchar(64)   not null,
    iso_week      char(8)       not null,
    driver_id     varchar(64)   not null,
    vehicle_id    varchar(64)   not null,
    kind          varchar(20)   not null,
    event_at      datetime(3)   not null,
    severity      varchar(20)   not null,
    points        int           not null,
    rule_name     varchar(200)  not null,
    rulebook      varchar(80)   not null,
    words         varchar(1000) not null,
    raised_at     datetime(3)   not null,
    state         varchar(20)   not null,
    reason        varchar(1000),
    decided_by    varchar(64),
    decided_at    datetime(3),
    primary key (objection_id),
    unique (contest_id, iso_week, driver_id, vehicle_id, kind, event_at)
);

create index objection_by_state on objection (state, raised_at);
