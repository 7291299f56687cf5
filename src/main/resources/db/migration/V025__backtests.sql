-- What a change of the rules would have done in past weeks: made in memory, kept for whoever decides, never used for results.

create table backtest (
    change_id   varchar(26) not null,
    state       varchar(20) not null,
    weeks_done  int         not null,
    weeks_total int         not null,
    started_at  datetime(3) not null,
    ended_at    datetime(3),
    primary key (change_id)
);

create table backtest_move (
    change_id    varchar(26) not null,
    contest_id   varchar(64) not null,
    iso_week     char(8)     not null,
    driver_id    varchar(64) not null,
    ordinal      int         not null,
    league       varchar(20) not null,
    score_before decimal(5, 2),
    score_after  decimal(5, 2),
    place_before int,
    place_after  int,
    gained       int         not null,
    lost         int         not null,
    harder       int         not null,
    milder       int         not null,
    sms_before   varchar(1000),
    sms_after    varchar(1000),
    primary key (change_id, contest_id, iso_week, driver_id)
);

-- How often each row of the changed rules answered meanwhile; a row that is not here never did.
create table backtest_row (
    change_id varchar(26)  not null,
    rule_name varchar(200) not null,
    fired     bigint       not null,
    primary key (change_id, rule_name)
);
