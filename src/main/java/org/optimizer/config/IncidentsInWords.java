package org.optimizer.config;

import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;
import org.optimizer.process.FailureWords;

/** Incidents of failed steps without the Java class that the engine writes before the words. */
class IncidentsInWords extends DefaultIncidentHandler {
    IncidentsInWords() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        return super.handleIncident(context, FailureWords.of(message));
    }
}
