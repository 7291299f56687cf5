-- What recorded each scored driver's week, what the weekly fairness audit found, and proposed changes of the rules.

create table device_week (
    contest_id         varchar(64) not null,
    iso_week           char(8)     not null,
    driver_id          varchar(64) not null,
    vehicle_id         varchar(64) not null,
    interval_s         double,
    speed_accuracy_mps double,
    doppler_share      double,
    sampling_class     varchar(20) not null,
    device_class       varchar(20) not null,
    primary key (contest_id, iso_week, driver_id)
);

-- NULL stands for "there is none": too few drivers, or no variation.
create table fairness_finding (
    contest_id   varchar(64) not null,
    iso_week     char(8)     not null,
    factor       varchar(32) not null,
    outcome      varchar(20) not null,
    estimate     double,
    low_end      double,
    high_end     double,
    p_value      double,
    limit_value  double      not null,
    drivers      int         not null,
    driver_weeks int         not null,
    weeks        int         not null,
    primary key (contest_id, iso_week, factor)
);

create table rule_draft (
    draft_id      varchar(26)   not null,
    contest_id    varchar(64)   not null,
    created_at    datetime(3)   not null,
    created_by    varchar(64)   not null,
    weeks         varchar(1000) not null,
    base_version  varchar(80)   not null,
    draft_version varchar(80)   not null,
    why           varchar(1000) not null,
    primary key (draft_id)
);

create index rule_draft_by_contest on rule_draft (contest_id);

create table rule_draft_file (
    draft_id  varchar(26)  not null,
    file_name varchar(200) not null,
    content   longtext     not null,
    primary key (draft_id, file_name)
);

-- Cell by cell what a draft changes, and which rows it leaves for want of data.
create table rule_draft_change (
    draft_id    varchar(26)  not null,
    ordinal     int          not null,
    kind        varchar(20)  not null,
    subject     varchar(200) not null,
    line_id     varchar(200) not null,
    column_name varchar(64)  not null,
    old_cell    varchar(1000) not null,
    new_cell    varchar(1000) not null,
    basis       varchar(64)  not null,
    data_count  int          not null,
    data_needed int          not null,
    primary key (draft_id, ordinal)
);
