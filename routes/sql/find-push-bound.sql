select max(b.push_id) as bound
from (select push_id
      from push_fix
      where vehicle_id = :#vehicleId
        and source = :#source
      order by push_id
      limit :#maxRows) b
