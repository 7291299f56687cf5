package org.optimizer.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom. */
@AnalyzeClasses(packages = "org.optimizer", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {
    private static final String[] FRAMEWORKS = {
        "org.springframework..", "org.camunda..", "org.apache.camel..", "org.kie..", "org.drools.."
    };

    @ArchTest
    static final ArchRule theModelImportsTheJdkOnly =
            classes().that(in("model")).should().onlyDependOnClassesThat(resideInAnyPackage("java..", own("model")));

    @ArchTest
    static final ArchRule theTransformIsPure = classes()
            .that(in("transform"))
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", own("model"), own("transform"), "org.locationtech.jts.."))
            .andShould()
            .onlyDependOnClassesThat(not(resideInAnyPackage(
                    "java.io..", "java.net..", "java.nio.file..", "java.sql..", "java.util.concurrent..")));

    @ArchTest
    static final ArchRule nobodyButProcessesWebAndStandInsHoldsAClock = noClasses()
            .that(in("model").or(in("transform")).or(in("rules")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.time..")
                    .and(new com.tngtech.archunit.base.DescribedPredicate<>("are a clock") {
                        @Override
                        public boolean test(JavaClass type) {
                            return type.getSimpleName().equals("Clock");
                        }
                    }));

    @ArchTest
    static final ArchRule theRulesKnowModelAndTransform = mayImport("rules", "model", "transform");

    @ArchTest
    static final ArchRule readingKnowsTheModelAndWhatAZoneIs = mayImport("extract", "model", "transform.zones");

    @ArchTest
    static final ArchRule writingKnowsTheModel = mayImport("load", "model");

    @ArchTest
    static final ArchRule processesKnowAllBelowThem =
            mayImport("process", "model", "transform", "rules", "extract", "load");

    @ArchTest
    static final ArchRule pagesDoNotWrite =
            mayImport("web", "model", "transform.messages", "extract", "rules", "process");

    @ArchTest
    static final ArchRule standInsKnowTheModelAndNoFramework = mayImport("standin", "model");

    @ArchTest
    static final ArchRule commandsLeaveWebAndConfigAlone =
            mayImport("command", "model", "transform", "rules", "extract", "load", "process");

    @ArchTest
    static final ArchRule nobodyImportsTheWiring =
            noClasses().that(not(in("config"))).should().dependOnClassesThat(in("config"));

    @ArchTest
    static final ArchRule onlyRulesKnowDrools = noClasses()
            .that(not(in("rules")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.kie..", "org.drools.."));

    @ArchTest
    static final ArchRule onlyEdgesAndWiringKnowCamel = noClasses()
            .that(not(in("extract").or(in("load")).or(in("config"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.camel.."));

    @ArchTest
    static final ArchRule standInsUseNoFramework =
            noClasses().that(in("standin")).should().dependOnClassesThat(resideInAnyPackage(FRAMEWORKS));

    @ArchTest
    static final ArchRule thereAreNoCircles =
            slices().matching("org.optimizer.(*)..").should().beFreeOfCycles();

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> in(String name) {
        return resideInAnyPackage(own(name));
    }

    private static String own(String name) {
        return "org.optimizer." + name + "..";
    }

    private static ArchRule mayImport(String name, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = own(name);
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = own(others[i]);
        }
        return noClasses()
                .that(in(name))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.optimizer..").and(not(resideInAnyPackage(allowed))));
    }
}
