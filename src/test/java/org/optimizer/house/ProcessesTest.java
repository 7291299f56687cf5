package org.optimizer.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.optimizer.process.BackfillTraces;
import org.optimizer.process.ChangeRules;
import org.optimizer.process.DrivingKpis;
import org.optimizer.process.FetchNightly;
import org.optimizer.process.FetchTraces;
import org.optimizer.process.RefreshFacts;
import org.optimizer.process.ReviewWatch;
import org.optimizer.process.SanityCheck;
import org.optimizer.process.SettleUnclearSms;
import org.optimizer.process.WeeklyContest;

/** What Java cannot see of the processes: names, methods behind the steps, pictures. */
class ProcessesTest {
    private static final Map<String, Class<?>> BEANS = Map.of(
            "fetchTraces",
            FetchTraces.class,
            "fetchNightly",
            FetchNightly.class,
            "weeklyContest",
            WeeklyContest.class,
            "drivingKpis",
            DrivingKpis.class,
            "changeRules",
            ChangeRules.class,
            "sanityCheck",
            SanityCheck.class,
            "refreshFacts",
            RefreshFacts.class,
            "backfillTraces",
            BackfillTraces.class,
            "settleUnclearSms",
            SettleUnclearSms.class,
            "reviewWatch",
            ReviewWatch.class);
    private static final Pattern CALL = Pattern.compile(
            "(fetchTraces|fetchNightly|weeklyContest|drivingKpis|changeRules|sanityCheck|refreshFacts|backfillTraces|settleUnclearSms|reviewWatch)\\.(\\w+)\\(");

    static Stream<File> files() {
        return Arrays.stream(Path.of("processes").toFile().listFiles((folder, name) -> name.endsWith(".bpmn")))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsNamedAfterItsOneProcess(File file) {
        assertThat(model(file).getModelElementsByType(Process.class))
                .singleElement()
                .satisfies(process -> {
                    assertThat(process.getId() + ".bpmn").isEqualTo(file.getName());
                    assertThat(process.getName()).isNotBlank();
                    assertThat(process.getCamundaHistoryTimeToLiveString()).startsWith("P");
                });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyIdIsNamedByHandAndEveryStepHasALabel(File file) {
        BpmnModelInstance model = model(file);
        assertThat(model.getModelElementsByType(FlowElement.class))
                .allSatisfy(element -> assertThat(element.getId()).matches("[a-z]+(-[a-z]+)+"));
        assertThat(model.getModelElementsByType(FlowNode.class))
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyServiceTaskIsAJobOfItsOwnAndCallsAMethodThatExists(File file) {
        assertThat(model(file).getModelElementsByType(ServiceTask.class)).allSatisfy(task -> {
            assertThat(task.isCamundaAsyncBefore()).as(task.getId()).isTrue();
            Matcher call = CALL.matcher(task.getCamundaExpression());
            assertThat(call.find()).as(task.getCamundaExpression()).isTrue();
            List<String> methods = Arrays.stream(BEANS.get(call.group(1)).getMethods())
                    .map(java.lang.reflect.Method::getName)
                    .toList();
            assertThat(methods).as(task.getId()).contains(call.group(2));
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyStepIsInThePicture(File file) {
        BpmnModelInstance model = model(file);
        List<String> drawn = model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .toList();
        assertThat(model.getModelElementsByType(FlowNode.class))
                .allSatisfy(node -> assertThat(drawn).contains(node.getId()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noStepRunsItsInstancesOutOfOrder(File file) {
        assertThat(model(file).getModelElementsByType(Activity.class))
                .allSatisfy(step ->
                        assertThat(step.isCamundaExclusive()).as(step.getId()).isTrue());
    }

    private static BpmnModelInstance model(File file) {
        return Bpmn.readModelFromFile(file);
    }
}
