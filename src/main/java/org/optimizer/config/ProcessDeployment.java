package org.optimizer.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Deploys the processes folder under bare file names, before the first page answers: a moved folder is no new version, and an
 * unchanged file none either. A mistake in one file deploys none.
 */
@Component
class ProcessDeployment implements InitializingBean {
    private final Path folder;
    private final RepositoryService repository;
    private final StepCalls calls;

    ProcessDeployment(ProcessEngine engine, Folders folders, BeanFactory beans) {
        this.folder = folders.processes();
        this.repository = engine.getRepositoryService();
        this.calls = new StepCalls(
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getExpressionManager(),
                beans);
    }

    /** @throws IllegalStateException naming file and line of each mistake */
    @Override
    public void afterPropertiesSet() {
        List<Path> files = Folders.files(folder, Folders.PROCESS);
        String mistakes = files.stream()
                .flatMap(file -> ProcessFile.mistakes(file, calls).stream())
                .collect(Collectors.joining("\n"));
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes);
        }
        deploy(files);
    }

    private void deploy(List<Path> files) {
        DeploymentBuilder deployment =
                repository.createDeployment().name("optimizer").enableDuplicateFiltering(true);
        files.forEach(file -> deployment.addString(file.getFileName().toString(), content(file)));
        try {
            deployment.deploy();
        } catch (ParseException e) {
            throw new IllegalStateException(mistakes(e), e);
        } catch (ProcessEngineException e) {
            throw new IllegalStateException("folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private String mistakes(ParseException e) {
        return e.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream().map(error -> mistake(report, error)))
                .collect(Collectors.joining("\n"));
    }

    private String mistake(ResourceReport report, Problem error) {
        return "file " + folder.resolve(report.getResourceName()) + ":" + error.getLine()
                + ": expected BPMN that the engine understands, found: " + error.getMessage();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + ": cannot be read as UTF-8", e);
        }
    }
}
