insert into rulebook_file (version, file_name, content)
values (:#version, :#name, :#content)
