package org.optimizer.process;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Weeks that wait though nobody has to act: a step failed, such as asking a provider that has not closed the week, and is tried again by itself. */
public class WeekWaits {
    /** Written by the engine before the words. */
    private static final Pattern CLASSES = Pattern.compile("^(?:(?:[a-z]\\w*\\.)+[A-Z][\\w$]*: )+");

    private final ManagementService jobs;
    private final RuntimeService engine;

    public WeekWaits(ManagementService jobs, RuntimeService engine) {
        this.jobs = jobs;
        this.engine = engine;
    }

    /**
     * What a week waits for.
     *
     * @param why in words
     * @param again when it is tried again; empty for at once
     */
    public record Wait(String why, Optional<Instant> again) {}

    public Optional<Wait> find(String businessKey) {
        return Optional.ofNullable(all().get(businessKey));
    }

    /** By business key. */
    public Map<String, Wait> all() {
        List<Job> failed = jobs.createJobQuery()
                .processDefinitionKey(WeeklyContest.PROCESS)
                .withException()
                .withRetriesLeft()
                .list();
        Set<String> instances = failed.stream().map(Job::getProcessInstanceId).collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return Map.of();
        }
        Map<String, String> keys = engine.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return failed.stream()
                .filter(job -> keys.containsKey(job.getProcessInstanceId()))
                .collect(toMap(job -> keys.get(job.getProcessInstanceId()), WeekWaits::wait, (one, other) -> one));
    }

    private static Wait wait(Job job) {
        String message = job.getExceptionMessage() == null ? "" : job.getExceptionMessage();
        return new Wait(
                CLASSES.matcher(message).replaceFirst(""),
                Optional.ofNullable(job.getDuedate()).map(Date::toInstant));
    }
}
