insert ignore into sms_opt_out (number_hash, key_check, country, last_digits, source, source_ref, since)
values (:#numberHash, :#keyCheck, :#country, :#lastDigits, :#source, :#sourceRef, :#since)
