select max(ended_at) as last_ended_at
from etl_run
where source = :#source
