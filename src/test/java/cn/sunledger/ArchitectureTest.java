package cn.sunledger;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The arrows between the packages, one owner per library, and no floating point where money lives.
 */
@AnalyzeClasses(packages = "cn.sunledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Set<String> STAGES =
      Set.of(
          "grid",
          "layout",
          "check",
          "compare",
          "narrative",
          "document",
          "annotate",
          "export",
          "preview",
          "report",
          "verify");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("cn.sunledger.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule modelKnowsOnlyItself =
      noClasses()
          .that()
          .resideInAPackage("..model..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "cn.sunledger.model..", "java.lang..", "java.util..", "java.math..", "java.text..");

  @ArchTest
  static final ArchRule noFloatingMoney =
      noClasses()
          .that()
          .resideInAnyPackage("..model..", "..check..", "..compare..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.Double");

  /** Stages meet in the model; some of them start from grids. */
  @ArchTest
  static final ArchRule stagesDoNotKnowEachOther =
      slices()
          .matching("cn.sunledger.(*)..")
          .that(describe("stages", slice -> STAGES.contains(slice.getNamePart(1))))
          .should()
          .notDependOnEachOther()
          .ignoreDependency(in("layout"), in("grid"))
          .ignoreDependency(in("export"), in("grid"))
          .ignoreDependency(in("preview"), in("grid"));

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsTheJobs =
      noClasses()
          .that()
          .resideOutsideOfPackages("..job..", "..cli..", "..serve..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("cn.sunledger.job..");

  /**
   * Stages are built from immutable data: where it came from is none of their business. Only the
   * narrative runs a profile's templates and names their faults.
   */
  @ArchTest
  static final ArchRule stagesDoNotReadTemplates =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..profile..", "..narrative..", "..job..", "..cli..", "..serve..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("cn.sunledger.profile..");

  @ArchTest
  static final ArchRule profilesKnowOnlyTheModel =
      noClasses()
          .that()
          .resideInAPackage("..profile..")
          .should()
          .dependOnClassesThat(
              describe(
                  "of other packages of ours",
                  type ->
                      type.getPackageName().startsWith("cn.sunledger")
                          && !type.getPackageName().startsWith("cn.sunledger.profile")
                          && !type.getPackageName().startsWith("cn.sunledger.model")));

  @ArchTest
  static final ArchRule nobodyKnowsTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackages("..cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("cn.sunledger.cli..");

  @ArchTest
  static final ArchRule theCommandLineGoesThroughJobs =
      noClasses()
          .that()
          .resideInAnyPackage("..cli..", "..serve..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "cn.sunledger.grid..",
              "cn.sunledger.layout..",
              "cn.sunledger.check..",
              "cn.sunledger.compare..",
              "cn.sunledger.annotate..");

  @ArchTest
  static final ArchRule poi = owned("org.apache.poi..", "grid", "annotate", "document", "preview");

  @ArchTest static final ArchRule easyExcel = owned("com.alibaba.excel..", "grid");

  @ArchTest static final ArchRule freemarker = owned("freemarker..", "narrative", "serve");

  @ArchTest static final ArchRule commonsCsv = owned("org.apache.commons.csv..", "export");

  @ArchTest static final ArchRule yaml = owned("org.snakeyaml..", "profile");

  @ArchTest static final ArchRule webServer = owned("com.sun.net.httpserver..", "serve");

  /** No file leaves the machine: nothing of ours can open a connection, it can only be asked. */
  @ArchTest
  static final ArchRule nobodyConnectsAnywhere =
      noClasses()
          .should()
          .dependOnClassesThat(
              describe(
                  "that open connections",
                  type ->
                      Set.of(
                                  "java.net.Socket",
                                  "java.net.DatagramSocket",
                                  "java.net.MulticastSocket",
                                  "java.net.URLConnection",
                                  "java.net.HttpURLConnection",
                                  "java.nio.channels.SocketChannel",
                                  "java.nio.channels.DatagramChannel",
                                  "java.nio.channels.AsynchronousSocketChannel")
                              .contains(type.getName())
                          || type.getPackageName().startsWith("java.net.http")
                          || type.getPackageName().startsWith("javax.net")));

  @ArchTest
  static final ArchRule noAddressIsOpened =
      noClasses()
          .should()
          .callMethod(java.net.URL.class, "openStream")
          .orShould()
          .callMethod(java.net.URL.class, "openConnection")
          .orShould()
          .callMethod(java.net.URL.class, "getContent");

  @ArchTest static final ArchRule picocli = owned("picocli..", "cli");

  @ArchTest static final ArchRule json = owned("com.fasterxml.jackson..", "export");

  private static ArchRule owned(String library, String... owners) {
    String[] packages =
        Stream.of(owners).map(owner -> "cn.sunledger." + owner + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static DescribedPredicate<JavaClass> in(String name) {
    return JavaClass.Predicates.resideInAPackage("cn.sunledger." + name + "..");
  }
}
