select distinct iso_week
from row_count
