-- What checks of the data found, and the mails that tell of it.

-- One row a check of a site. contest_id and iso_week where it was made before a review; failure where it could not be made.
create table sanity_run (
    run_id     char(26)    not null,
    site_id    varchar(64) not null,
    contest_id varchar(64),
    iso_week   char(8),
    first_day  date        not null,
    last_day   date        not null,
    checked_at datetime(3) not null,
    findings   int         not null,
    fresh      int         not null,
    gone       int         not null,
    failure    varchar(1000),
    primary key (run_id)
);

create index sanity_run_by_site on sanity_run (site_id, run_id);
create index sanity_run_by_week on sanity_run (contest_id, iso_week, run_id);

-- One row a finding, however often it is found: as it was last seen. found_value is what the rules judged.
create table sanity_finding (
    finding_key  varchar(300) not null,
    site_id      varchar(64)  not null,
    kind         varchar(32)  not null,
    subject_id   varchar(64)  not null,
    contest_id   varchar(64),
    severity     varchar(20)  not null,
    action_code  varchar(32)  not null,
    found_value  double       not null,
    beside_value double,
    details      varchar(1000) not null,
    last_fix_at  datetime(3),
    first_seen   datetime(3)  not null,
    last_seen    datetime(3)  not null,
    gone_at      datetime(3),
    known_until  date,
    known_reason varchar(1000),
    known_by     varchar(64),
    known_at     datetime(3),
    primary key (finding_key)
);

create index sanity_finding_by_site on sanity_finding (site_id, gone_at);

-- What a check found, as it was then. fresh where no check had found it just before.
create table sanity_seen (
    run_id       char(26)     not null,
    finding_key  varchar(300) not null,
    site_id      varchar(64)  not null,
    kind         varchar(32)  not null,
    subject_id   varchar(64)  not null,
    contest_id   varchar(64),
    severity     varchar(20)  not null,
    action_code  varchar(32)  not null,
    found_value  double       not null,
    beside_value double,
    details      varchar(1000) not null,
    last_fix_at  datetime(3),
    fresh        boolean      not null,
    primary key (run_id, finding_key)
);

create index sanity_seen_by_subject on sanity_seen (site_id, subject_id, run_id);

-- How many drivers of a contest have and lack each log and each score.
create table sanity_tally (
    run_id     char(26)    not null,
    contest_id varchar(64) not null,
    ordinal    int         not null,
    thing      varchar(32) not null,
    have_count int         not null,
    lack_count int         not null,
    primary key (run_id, contest_id, ordinal)
);

-- A mail is claimed before it is sent and never sent again, whatever happened meanwhile.
create table mail_outbox (
    mail_id    bigint       not null auto_increment,
    mail_key   varchar(190) not null,
    site_id    varchar(64)  not null,
    run_id     char(26)     not null,
    state      varchar(20)  not null,
    queued_at  datetime(3)  not null,
    claimed_at datetime(3),
    ended_at   datetime(3),
    failure    varchar(1000),
    primary key (mail_id),
    unique (mail_key)
);

create index mail_outbox_by_state on mail_outbox (state, mail_id);
create index mail_outbox_by_site on mail_outbox (site_id, mail_id);

-- Who logged in and what was received lately, without reading all that ever was.
create index badge_by_time on badge (badged_at);
create index etl_run_by_end on etl_run (ended_at);
