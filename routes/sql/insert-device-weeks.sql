insert into device_week (contest_id, iso_week, driver_id, vehicle_id, interval_s, speed_accuracy_mps, doppler_share,
                         sampling_class, device_class)
values (:#contestId, :#week, :#driverId, :#vehicleId, :#intervalS, :#speedAccuracyMps, :#dopplerShare,
        :#samplingClass, :#deviceClass)
