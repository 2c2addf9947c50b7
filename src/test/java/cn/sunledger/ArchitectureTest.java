package cn.sunledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The arrows between the packages, one owner per library, and no floating point where money lives.
 */
@AnalyzeClasses(packages = "cn.sunledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
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
}
