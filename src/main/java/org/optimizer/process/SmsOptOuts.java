package org.optimizer.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.optimizer.extract.OptOuts;
import org.optimizer.load.OptOutSink;
import org.optimizer.model.OptOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants no SMS. Numbers are known by a keyed hash: the list recognises a number and does not hold it. */
public class SmsOptOuts {
    private static final Logger LOG = LoggerFactory.getLogger(SmsOptOuts.class);
    private static final String MAC = "HmacSHA256";
    private static final int KEY_CHECK_DIGITS = 16;
    private static final int LAST_DIGITS = 2;

    /** First word of an answer by which somebody wants no more, without accents. */
    private static final Set<String> STOP = Set.of(
            "STOP",
            "STOPALL",
            "STOPSMS",
            "ARRET",
            "ARRETER",
            "DESABONNER",
            "DESABONNEMENT",
            "DESINSCRIRE",
            "UNSUBSCRIBE",
            "END",
            "QUIT",
            "CANCEL");

    private final OptOuts list;
    private final OptOutSink sink;
    private final byte[] key;
    private final Clock clock;

    public SmsOptOuts(OptOuts list, OptOutSink sink, SmsLimits limits, Clock clock) {
        limits.check();
        this.list = list;
        this.sink = sink;
        this.key = limits.numberKey().getBytes(UTF_8);
        this.clock = clock;
    }

    /**
     * What somebody answered.
     *
     * @param messageId the provider's, so that a message counts once
     * @return whether he wants no more SMS
     */
    public boolean heard(String messageId, String from, String text) {
        boolean stops = isStop(text);
        if (stops) {
            add(from, OptOut.Source.INBOUND, messageId);
        }
        return stops;
    }

    static boolean isStop(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
        return STOP.contains(plain.strip().split("[^A-Z]+", 2)[0]);
    }

    /** Takes note of receipts that say so since the last time. @return how many */
    public int learn() {
        List<OptOuts.Heard> heard = list.listHeard();
        heard.forEach(each -> add(each.phone(), OptOut.Source.RECEIPT, each.ref()));
        return heard.size();
    }

    /** Somebody said so in another way. */
    public void enter(String phone, String by) {
        add(phone, OptOut.Source.PERSON, by + " " + Ulid.at(clock.instant()));
    }

    private void add(String phone, OptOut.Source source, String ref) {
        Optional<PhoneNumbers.Handset> handset = PhoneNumbers.find(plus(phone));
        String e164 = handset.map(PhoneNumbers.Handset::e164).orElse(plus(phone));
        boolean isNew = sink.add(new OptOut(
                0,
                hash(e164),
                keyCheck(),
                handset.map(PhoneNumbers.Handset::country).orElse(""),
                e164.substring(Math.max(0, e164.length() - LAST_DIGITS)),
                source,
                ref,
                clock.instant(),
                Optional.empty()));
        if (isNew) {
            LOG.info("a number wants no SMS any more ({})", source);
        }
    }

    private static String plus(String phone) {
        return phone.startsWith("+") ? phone : "+" + phone;
    }

    /** A person takes the entries of a number back: its owner wants messages again. @return false when there are none */
    public boolean remove(String numberHash, String why, String by) {
        int removed = sink.remove(numberHash, new OptOut.Removal(by, clock.instant(), why));
        return removed > 0;
    }

    public boolean isOut(String e164) {
        return list.isOut(hash(e164));
    }

    /** Hashes of all who are out. */
    Set<String> hashes() {
        return list.list().stream()
                .filter(OptOut::isActive)
                .map(OptOut::numberHash)
                .collect(Collectors.toSet());
    }

    /** How many entries recognise nobody, because they were made under another key than today's. */
    public long lost() {
        String today = keyCheck();
        return list.list().stream()
                .filter(entry -> entry.isActive() && !entry.keyCheck().equals(today))
                .count();
    }

    public List<OptOut> list() {
        return list.list();
    }

    String hash(String e164) {
        return HexFormat.of().formatHex(mac(e164));
    }

    private String keyCheck() {
        return hash("key check").substring(0, KEY_CHECK_DIGITS);
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("every Java has " + MAC, cause);
        }
    }
}
