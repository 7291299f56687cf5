package org.optimizer.web;

import java.util.List;
import java.util.Locale;
import org.optimizer.model.IsoWeek;
import org.optimizer.process.SanityDesk;
import org.optimizer.process.SanityWords;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What the first page and the review show of the checks of the data; asked for only where it is shown. */
@ControllerAdvice(assignableTypes = {HomeController.class, ReviewController.class})
class SanityBeside {
    private final SanityDesk desk;
    private final MessageSource messages;

    SanityBeside(SanityDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    /** Findings of a site that wait for somebody. */
    record Need(String title, String link) {}

    /** Whatever a page asks of it. */
    final class Gaps {
        private final String contestId;
        private final String week;
        private final Words say;
        private final SanityWords words;
        private SanityWeek found;

        private Gaps(String contestId, String week, Words say, SanityWords words) {
            this.contestId = contestId;
            this.week = week;
            this.say = say;
            this.words = words;
        }

        public List<Need> needs() {
            return desk.needs().entrySet().stream()
                    .map(site -> new Need(
                            say.text("sanity.home", site.getKey().name(), site.getValue()),
                            SanityPage.path(site.getKey().id())))
                    .toList();
        }

        /** Of the week that the page shows. */
        public SanityWeek week() {
            if (found == null) {
                found = SanityWeek.of(desk.week(contestId, IsoWeek.parse(week)), say, words);
            }
            return found;
        }
    }

    @ModelAttribute("gaps")
    Gaps gaps(
            @PathVariable(required = false) String contestId,
            @PathVariable(required = false) String week,
            @ModelAttribute("say") Words say,
            Locale locale) {
        return new Gaps(contestId, week, say, new SanityWords(messages, locale));
    }
}
