package org.optimizer.config;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;

/** Incidents of failed steps without the Java class that the engine writes before the words. */
class IncidentsInWords extends DefaultIncidentHandler {
    private static final Pattern CLASSES = Pattern.compile("^(?:(?:[a-z]\\w*\\.)+[A-Z][\\w$]*: )+");

    IncidentsInWords() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        return super.handleIncident(
                context, message == null ? null : CLASSES.matcher(message).replaceFirst(""));
    }
}
