package org.optimizer.load;

import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DeviceWeek;
import org.optimizer.model.FairnessFinding;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Stored;

/** Writes what the fairness audit of a week looked at and found, in place of what was there. */
public class FairnessSink {
    private final ProducerTemplate camel;

    public FairnessSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    public void replaceDevices(String contestId, IsoWeek week, List<DeviceWeek> devices) {
        List<Map<String, Object>> rows =
                devices.stream().map(device -> row(contestId, device)).toList();
        Call.route(
                camel,
                "replace-device-weeks",
                Stored.row("contestId", contestId, "week", week),
                Map.of("devices", rows));
    }

    private static Map<String, Object> row(String contestId, DeviceWeek device) {
        return Stored.row(
                "contestId", contestId,
                "week", device.week(),
                "driverId", device.driverId(),
                "vehicleId", device.vehicleId(),
                "intervalS", device.intervalS(),
                "speedAccuracyMps", device.speedAccuracyMps(),
                "dopplerShare", device.dopplerShare(),
                "samplingClass", device.samplingClass(),
                "deviceClass", device.deviceClass());
    }

    public void replaceFindings(String contestId, IsoWeek week, List<FairnessFinding> findings) {
        Call.route(
                camel,
                "replace-fairness-findings",
                Stored.row("contestId", contestId, "week", week),
                Map.of("findings", findings.stream().map(FairnessSink::row).toList()));
    }

    private static Map<String, Object> row(FairnessFinding finding) {
        return Stored.row(
                "contestId", finding.contestId(),
                "week", finding.week(),
                "factor", finding.factor(),
                "outcome", finding.outcome(),
                "estimate", finding.estimate(),
                "low", finding.low(),
                "high", finding.high(),
                "pValue", finding.pValue(),
                "limit", finding.limit(),
                "drivers", finding.drivers(),
                "driverWeeks", finding.driverWeeks(),
                "weeks", finding.weeks());
    }
}
