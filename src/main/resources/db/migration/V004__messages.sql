-- The intent-first outbox: a row says that a message shall be sent before anything is sent, and one row is one message.

create table sms_outbox (
    id              bigint       not null auto_increment,
    dedup_key       varchar(190) not null,
    client_ref      char(26)     not null,
    contest_id      varchar(64)  not null,
    iso_week        char(8)      not null,
    driver_id       varchar(64)  not null,
    score_revision  int          not null,
    phone           varchar(32)  not null,
    message_text    varchar(3200) not null,
    text_hash       char(64)     not null,
    state           varchar(20)  not null,
    changed_at      datetime(3)  not null,
    not_before      datetime(3),
    claim_token     varchar(64),
    claimed_at      datetime(3),
    attempt_no      int          not null,
    message_id      varchar(64),
    provider_status varchar(300),
    approved_by     varchar(64)  not null,
    approved_at     datetime(3)  not null,
    primary key (id),
    unique (dedup_key),
    unique (client_ref)
);

create index sms_outbox_by_state on sms_outbox (state, id);
create index sms_outbox_by_week on sms_outbox (contest_id, iso_week);

-- One row an attempt; ended once, never deleted.
create table sms_attempt (
    outbox_id   bigint      not null,
    attempt_no  int         not null,
    claim_token varchar(64) not null,
    started_at  datetime(3) not null,
    ended_at    datetime(3),
    outcome     varchar(20),
    http_status int,
    primary key (outbox_id, attempt_no)
);

-- What a person ordered for a message whose fate was unclear. Append only.
create table sms_decision (
    decision_id bigint      not null auto_increment,
    outbox_id   bigint      not null,
    attempt_no  int         not null,
    decision    varchar(20) not null,
    decided_by  varchar(64) not null,
    decided_at  datetime(3) not null,
    primary key (decision_id)
);

-- A receipt counts once, however often the provider sends it.
create table sms_receipt (
    outbox_id   bigint      not null,
    message_id  varchar(64) not null,
    status      varchar(20) not null,
    error_code  varchar(20) not null,
    received_at datetime(3) not null,
    primary key (outbox_id, message_id, status, error_code)
);
