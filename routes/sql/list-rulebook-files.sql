select file_name, content
from rulebook_file
where version = :#version
order by file_name
