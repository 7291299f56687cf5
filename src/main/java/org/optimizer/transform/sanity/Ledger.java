package org.optimizer.transform.sanity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.optimizer.model.SanityEntry;
import org.optimizer.model.SanityFinding;

/**
 * The findings of a site over time: each is there once, from when it was first found to when it is gone.
 *
 * @param fresh found now and not open before
 * @param again found now as before
 * @param gone open before and not found now
 */
public record Ledger(List<SanityEntry> fresh, List<SanityEntry> again, List<SanityEntry> gone) {

    /**
     * Puts the findings of a check into the ledger.
     *
     * @param before all entries of the site
     * @param examined which open entries the check would have found again if they were still there
     */
    public static Ledger after(
            List<SanityEntry> before, List<SanityFinding> findings, Predicate<SanityFinding> examined, Instant now) {
        Map<String, SanityEntry> known = new HashMap<>();
        before.forEach(entry -> known.put(entry.finding().key(), entry));
        Ledger ledger = new Ledger(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (SanityFinding finding : findings) {
            ledger.put(finding, Optional.ofNullable(known.remove(finding.key())), now);
        }
        known.values().stream()
                .filter(entry -> entry.isOpen() && examined.test(entry.finding()))
                .forEach(entry -> ledger.gone.add(new SanityEntry(
                        entry.finding(), entry.firstSeen(), entry.lastSeen(), Optional.of(now), entry.known())));
        return ledger;
    }

    private void put(SanityFinding finding, Optional<SanityEntry> entry, Instant now) {
        Optional<SanityEntry.Known> said = entry.flatMap(SanityEntry::known);
        Optional<SanityEntry> open = entry.filter(SanityEntry::isOpen);
        Instant since = open.map(SanityEntry::firstSeen).orElse(now);
        List<SanityEntry> where = open.isPresent() ? again : fresh;
        where.add(new SanityEntry(finding, since, now, Optional.empty(), said));
    }
}
