package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Sites;
import org.optimizer.load.Mailer;
import org.optimizer.load.ReviewSink;
import org.optimizer.model.Contest;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ReviewNotice;
import org.optimizer.model.ReviewNotice.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.util.HtmlUtils;

/**
 * Tells people of a week that waits for its review, on the first page and, where a mail server is set, by mail: once when half of
 * the time is over and once when all of it is. It decides nothing.
 */
public class ReviewWatch {

    /**
     * A week that waits for its review.
     *
     * @param businessKey of the week
     * @param assignee who has taken it; empty when nobody has
     */
    public record Waiting(String businessKey, Optional<Instant> due, Optional<String> assignee) {}

    private static final Logger LOG = LoggerFactory.getLogger(ReviewWatch.class);
    private static final String TASK = "review-results";
    private static final int FIRST_OF_ALL = 100;

    private final Sites sites;
    private final Contests contests;
    private final ReviewSink sink;
    private final TaskService tasks;
    private final Optional<Mailer> mailer;
    private final SanitySettings settings;
    private final String administrators;
    private final MessageSource messages;
    private final TransactionOperations apart;
    private final Clock clock;

    /**
     * @param mailer empty where no SMTP server is set
     * @param settings whom mails go to
     * @param administrators the group that may decide too once a review is overdue
     * @param apart a transaction of its own, whatever the caller is in
     */
    public ReviewWatch(
            Sites sites,
            Contests contests,
            ReviewSink sink,
            TaskService tasks,
            Optional<Mailer> mailer,
            SanitySettings settings,
            String administrators,
            MessageSource messages,
            TransactionOperations apart,
            Clock clock) {
        this.sites = sites;
        this.contests = contests;
        this.sink = sink;
        this.tasks = tasks;
        this.mailer = mailer;
        this.settings = settings;
        this.administrators = administrators;
        this.messages = messages;
        this.apart = apart;
        this.clock = clock;
    }

    /** All reviews that wait, the most pressing first. */
    public List<Waiting> waiting() {
        return tasks.createTaskQuery().taskDefinitionKey(TASK).orderByDueDate().asc().list().stream()
                .map(task -> new Waiting(
                        week(task),
                        Optional.ofNullable(task.getDueDate()).map(Date::toInstant),
                        Optional.ofNullable(task.getAssignee())))
                .toList();
    }

    private String week(Task task) {
        return tasks.getVariable(task.getId(), "week") + "/" + tasks.getVariable(task.getId(), "contestId");
    }

    /** @return whether there was anybody left to remind: not once the week is decided, nor twice */
    public boolean remindReviewers(String contestId, String week) {
        return tell(contestId, IsoWeek.parse(week), Kind.REMINDER);
    }

    /** Puts the task on top of all lists, takes it from whoever sits on it, and lets administrators decide too. */
    public boolean escalateReview(String contestId, String week) {
        task(contestId, IsoWeek.parse(week)).ifPresent(this::raise);
        return tell(contestId, IsoWeek.parse(week), Kind.ESCALATION);
    }

    private void raise(Task task) {
        tasks.setPriority(task.getId(), FIRST_OF_ALL);
        tasks.setAssignee(task.getId(), null);
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
        if (!groups.contains(administrators)) {
            tasks.addCandidateGroup(task.getId(), administrators);
        }
    }

    private boolean tell(String contestId, IsoWeek week, Kind kind) {
        return task(contestId, week)
                .filter(task -> note(contestId, week, task, kind))
                .map(task -> {
                    LOG.warn("week {}/{}: review waits since {}, {}", week, contestId, task.getCreateTime(), kind);
                    mail(contestId, week, task, kind);
                    return true;
                })
                .orElse(false);
    }

    /** Noted for good before a mail leaves: a step that runs twice mails once. */
    private boolean note(String contestId, IsoWeek week, Task task, Kind kind) {
        ReviewNotice notice = new ReviewNotice(kind, clock.instant());
        return Boolean.TRUE.equals(apart.execute(status -> sink.noteNotice(contestId, week, task.getId(), notice)));
    }

    private Optional<Task> task(String contestId, IsoWeek week) {
        // whoever moves a token by hand may leave two of them
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(week + "/" + contestId)
                .taskDefinitionKey(TASK)
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    private void mail(String contestId, IsoWeek week, Task task, Kind kind) {
        if (mailer.isEmpty() || settings.mailTo().isEmpty()) {
            return;
        }
        Contest contest = contests.get(contestId);
        Instant due =
                task.getDueDate() == null ? clock.instant() : task.getDueDate().toInstant();
        String key = "review.mail." + kind.name().toLowerCase(Locale.ROOT);
        Object[] about = {
            week.toString(),
            contest.name(),
            due.atZone(sites.get(contest.siteId()).zone())
                    .toLocalDateTime()
                    .toString()
                    .replace('T', ' '),
            "/contests/" + contestId + "/weeks/" + week + "/review"
        };
        send(say(key + ".subject", about), say(key + ".text", about));
    }

    private String say(String key, Object[] about) {
        Locale locale = Locale.forLanguageTag(settings.language().name().toLowerCase(Locale.ROOT));
        return messages.getMessage(key, about, locale);
    }

    private void send(String subject, String text) {
        try {
            mailer.orElseThrow()
                    .send(
                            settings.mailFrom(),
                            settings.mailTo(),
                            subject,
                            text,
                            "<p>" + HtmlUtils.htmlEscape(text) + "</p>");
        } catch (RuntimeException failure) {
            // the first page says the same: a mail is no reason to hold up a process
            LOG.warn("mail \"{}\" was not sent: {}", subject, failure.getMessage());
        }
    }
}
