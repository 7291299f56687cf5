package org.optimizer.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.CompositeKnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * From the files of a folder to a rulebook: read, check, render, compile, run the cases. A version is a rule base of its
 * own that no registry knows of, so that an unused one is simply collected.
 */
final class RuleCompiler {
    private final RuleFiles files;
    private final Problems problems = new Problems();
    private final Patience patience = Patience.ofACheck();

    private RuleCompiler(RuleFiles files) {
        this.files = files;
    }

    /**
     * Drools finds its services and our facts through the thread's context loader, which in the packaged jar sees neither
     * when a pool's thread asks first: so it is ours meanwhile.
     *
     * @throws RulesException with everything that is wrong at the first stage where something is
     */
    static DroolsRulebook compile(RuleFiles files) {
        return compile(files.version(), files);
    }

    /** The same under the name of the version that the files come from. */
    static DroolsRulebook compile(String version, RuleFiles files) {
        return withOurLoader(() -> new RuleCompiler(files).rulebook(version));
    }

    /** The rules alone, whatever their cases say. @throws RulesException as above */
    static RulePool pool(RuleFiles files) {
        return withOurLoader(() -> {
            RuleCompiler compiler = new RuleCompiler(files);
            compiler.checkNames();
            return compiler.pool(compiler.tables());
        });
    }

    private static <T> T withOurLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RuleCompiler.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private RulePool pool(Map<TableForm, List<Row>> tables) {
        Map<String, String> rules = rendered(tables);
        rules.put(Forms.CYCLE.rulesFile(), written(Forms.CYCLE));
        rules.forEach((file, text) -> RuleText.check(file, text, problems));
        problems.throwIfAny();
        RulePool pool = new RulePool(compiled(rules));
        RuleRun.check(Forms.CYCLE, pool, patience, problems);
        problems.throwIfAny();
        return pool;
    }

    private DroolsRulebook rulebook(String version) {
        checkNames();
        Map<TableForm, List<Row>> tables = tables();
        Map<CaseForm, List<Row>> cases = cases();
        RulePool pool = pool(tables);
        cases.forEach((form, rows) -> CaseRun.check(form, rows, pool, patience, problems));
        problems.throwIfAny();
        return new DroolsRulebook(version, PartTables.versions(files), pool, tables.get(TableForms.MANOEUVRE_SEVERITY));
    }

    private void checkNames() {
        Set<String> expected = Forms.files().collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = files.content().keySet();
        expected.stream()
                .filter(name -> !found.contains(name))
                .forEach(name -> problems.file(name, "this file in the rules folder", "none", "restore the file"));
        found.stream()
                .filter(name -> !expected.contains(name))
                .forEach(name -> problems.file(
                        name,
                        "only files of the tables "
                                + Forms.TABLES.stream().map(TableForm::name).collect(Collectors.joining(", "))
                                + " and the rules " + Forms.CYCLE.name(),
                        "this one",
                        "rename it, or move it out of the rules folder"));
        problems.throwIfAny();
    }

    private Map<TableForm, List<Row>> tables() {
        Map<TableForm, List<Row>> tables = new LinkedHashMap<>();
        for (TableForm form : Forms.TABLES) {
            tables.put(form, read(form.tableFile(), form.tableColumns()));
        }
        problems.throwIfAny();
        tables.forEach((form, rows) -> form.checks().accept(rows, problems));
        problems.throwIfAny();
        return tables;
    }

    private Map<CaseForm, List<Row>> cases() {
        Map<CaseForm, List<Row>> cases = new LinkedHashMap<>();
        for (CaseForm form : Forms.all()) {
            cases.put(form, read(form.casesFile(), form.caseColumns()));
        }
        problems.throwIfAny();
        return cases;
    }

    private List<Row> read(String file, List<Column> columns) {
        List<Row> rows = CsvTable.read(file, files.content().get(file), columns, problems);
        if (rows.isEmpty() && problems.none()) {
            problems.file(file, "", Wrong.of("rows-none"));
        }
        return rows;
    }

    private Map<String, String> rendered(Map<TableForm, List<Row>> tables) {
        Map<String, String> rules = new LinkedHashMap<>();
        tables.forEach((form, rows) -> {
            String file = form.templateFile();
            Template template = Template.read(file, files.content().get(file), problems);
            if (template != null && template.isRight(form.tableColumns(), problems)) {
                rules.put(file, template.rendered(rows));
            }
        });
        problems.throwIfAny();
        return rules;
    }

    private String written(RuleForm form) {
        String text = files.content().get(form.rulesFile());
        form.check(text, problems);
        problems.throwIfAny();
        return text;
    }

    private KieBase compiled(Map<String, String> rules) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        CompositeKnowledgeBuilder batch = builder.batch();
        rules.forEach((file, text) -> batch.add(resource(file, text), ResourceType.DRL));
        batch.build();
        if (builder.hasErrors()) {
            List<String> errors = new ArrayList<>();
            builder.getErrors()
                    .forEach(error -> errors.add(
                            error.getResource() == null
                                    ? error.toString()
                                    : error.getResource().getSourcePath() + ": expected rules that compile, found "
                                            + error.getMessage() + "; correct the file"));
            throw new RulesException(String.join("\n", errors));
        }
        return builder.newKieBase();
    }

    private static Resource resource(String file, String text) {
        return ResourceFactory.newByteArrayResource(text.getBytes(StandardCharsets.UTF_8))
                .setSourcePath(file);
    }
}
