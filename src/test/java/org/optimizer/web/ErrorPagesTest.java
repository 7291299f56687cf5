package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What went wrong is said in the reader's language, with what to do, and without a stack trace. */
class ErrorPagesTest {
    private static final String ANY_WEEK = "/contests/contest-7/weeks/";

    private final Visitor admin = People.visitor("admin");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no-such-page",
                ANY_WEEK + "2026-W46",
                ANY_WEEK + "2026-W99",
                ANY_WEEK + "yesterday",
                ANY_WEEK + "2026-W47/drivers/d99",
                "/contests/contest-8/weeks/2026-W47"
            })
    void anUnknownAddressIsAPageNotFound(String address) {
        HttpResponse<String> french = admin.send(page(address, "fr"));
        assertThat(french.statusCode()).isEqualTo(404);
        assertThat(french.body()).contains("Page introuvable").doesNotContain("Exception", "\tat ");
        assertThat(admin.send(page(address, "en")).body()).contains("Page not found");
    }

    @Test
    void aLanguageThatThereIsNotIsIgnored() {
        HttpResponse<String> answer =
                admin.send(admin.request("/?lang=de&week=").GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<html lang=\"fr\">");
    }

    @Test
    void aPageThatMayNotBeOpenedSaysSo() {
        HttpResponse<String> answer = admin.send(page("/camunda/app/admin/default/setup/", "fr"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Accès refusé");
    }

    @Test
    void aFailureOfOursSaysWhomToTell() {
        Doubles.Board board = PagesPreview.shared().getBean(Doubles.Board.class);
        board.contests = null;
        try {
            HttpResponse<String> answer = admin.send(page("/", "fr"));
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("Quelque chose a échoué").doesNotContain("Exception", "\tat ");
        } finally {
            board.reset();
        }
    }

    private HttpRequest.Builder page(String address, String language) {
        return admin.request(address)
                .setHeader("Accept-Language", language)
                .header("Accept", "text/html")
                .GET();
    }
}
