package org.optimizer.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms.State;

class VonageAnswerTest {
    @Test
    void whatIsAcceptedHasAnId() {
        assertThat(VonageAnswer.outcome(202, "{\"message_uuid\":\"aaaa-bbbb\"}".getBytes(UTF_8)))
                .isEqualTo(new SendOutcome(State.ACCEPTED, "aaaa-bbbb", "accepted", 202));
    }

    @ParameterizedTest
    @CsvSource({
        "202, AMBIGUOUS",
        "200, AMBIGUOUS",
        "302, AMBIGUOUS",
        "401, REJECTED",
        "402, REJECTED",
        "403, REJECTED",
        "404, REJECTED",
        "408, AMBIGUOUS",
        "422, REJECTED",
        "429, READY",
        "499, AMBIGUOUS",
        "500, AMBIGUOUS",
        "503, AMBIGUOUS"
    })
    void anyOtherAnswerProvesWhatItsStatusSays(int status, State expected) {
        assertThat(VonageAnswer.outcome(status, "no JSON".getBytes(UTF_8)).state())
                .isEqualTo(expected);
        assertThat(VonageAnswer.outcome(status, new byte[0]).state()).isEqualTo(expected);
    }

    @Test
    void aTitleIsKeptWithoutNumbersOfPeople() {
        SendOutcome refused =
                VonageAnswer.outcome(422, "{\"title\":\"Invalid to 33612345678\",\"detail\":\"x\"}".getBytes(UTF_8));

        assertThat(refused.detail()).isEqualTo("HTTP 422: Invalid to …");
    }
}
