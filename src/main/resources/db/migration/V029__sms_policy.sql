-- Who may not be written to, how much has been sent, and whether anything leaves at all.

-- Numbers are kept as keyed hashes: the list says no to a number that it cannot name. Never deleted: a person who takes an
-- entry off the list leaves his name and reason on it.
create table sms_opt_out (
    opt_out_id  bigint       not null auto_increment,
    number_hash char(64)     not null,
    key_check   char(16)     not null,
    country     varchar(2)   not null,
    last_digits varchar(2)   not null,
    source      varchar(20)  not null,
    source_ref  varchar(190) not null,
    since       datetime(3)  not null,
    removed_by  varchar(64),
    removed_at  datetime(3),
    removed_why varchar(400),
    primary key (opt_out_id),
    unique (source, source_ref)
);

create index sms_opt_out_by_number on sms_opt_out (number_hash);

-- The newest row says whether messages leave. Append only.
create table sms_switch (
    switch_id  bigint       not null auto_increment,
    stopped    tinyint      not null,
    reason     varchar(400) not null,
    changed_by varchar(64)  not null,
    changed_at datetime(3)  not null,
    primary key (switch_id)
);

-- Parts claimed for sending: by a driver in a week, for a campaign, on a day. Raised with the claim, in its transaction.
create table sms_usage (
    usage_key varchar(190)   not null,
    parts     int            not null,
    cost_eur  decimal(14, 5) not null,
    primary key (usage_key)
);

-- Who got no message of an approved week, and why.
create table sms_refusal (
    contest_id varchar(64) not null,
    iso_week   char(8)     not null,
    driver_id  varchar(64) not null,
    code       varchar(40) not null,
    refused_at datetime(3) not null,
    primary key (contest_id, iso_week, driver_id)
);

-- Asked for every second: who does not want any more.
create index sms_receipt_by_error on sms_receipt (error_code);
