package org.optimizer.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * Deploys the processes folder under bare file names: a moved folder is no new version, and an unchanged file none either.
 */
class ProcessDeployment {
    private static final String ENDING = ".bpmn";

    private ProcessDeployment() {}

    /** @throws IllegalStateException naming the folder or the file, when there is nothing to deploy or it cannot be understood */
    static void deploy(Path folder, RepositoryService repository) {
        List<Path> files = Folders.files(folder, ENDING);
        if (files.isEmpty()) {
            throw new IllegalStateException(
                    "folder " + folder + ": expected at least one " + ENDING + " file, found none");
        }
        DeploymentBuilder deployment =
                repository.createDeployment().name("optimizer").enableDuplicateFiltering(true);
        files.forEach(file -> deployment.addString(file.getFileName().toString(), content(file)));
        try {
            deployment.deploy();
        } catch (ParseException e) {
            throw new IllegalStateException("folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + ": cannot be read as UTF-8", e);
        }
    }
}
