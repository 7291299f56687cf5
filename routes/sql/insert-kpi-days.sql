insert into kpi_day (vehicle_id, site_day, coverage, shown, track_h, idle_2019_h, cycles_2019, moving_s, idle_s,
    wait_s, service_s, break_s, traffic_s, off_s, standstill_s, short_stop_s, distance_km, cycles_complete,
    cycles_incomplete, pass_throughs, loaded_km, empty_km, rulebook)
values (:#vehicleId, :#day, :#coverage, :#shown, :#trackH, :#idle2019H, :#cycles2019, :#movingS, :#idleS, :#waitS,
    :#serviceS, :#breakS, :#trafficS, :#offS, :#standstillS, :#shortStopS, :#distanceKm, :#cyclesComplete,
    :#cyclesIncomplete, :#passThroughs, :#loadedKm, :#emptyKm, :#rulebook)
