package cn.sunledger.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Where the result of each input goes, made sure of before anything is written. */
final class OutputPlan {
  private OutputPlan() {}

  /**
   * Plans.
   *
   * @param files the inputs
   * @param others further inputs, which must not be written over either
   * @param out the folder for the results, else each goes beside its input
   * @param name the result's file name for an input
   * @param mayReplace whether a file that is there may be written over
   * @return target by input
   * @throws RefusedException where a result would fall on an input, on another result, or on a file
   *     that may not be replaced
   */
  static Map<Path, Path> of(
      List<Path> files,
      List<Path> others,
      Optional<Path> out,
      Function<Path, String> name,
      Predicate<Path> mayReplace)
      throws RefusedException {
    return of(
        files,
        others,
        out,
        file -> out.orElseGet(() -> file.toAbsolutePath().getParent()).resolve(name.apply(file)),
        mayReplace,
        target -> false);
  }

  /**
   * Plans.
   *
   * @param files the inputs
   * @param others further inputs, which must not be written over either
   * @param out the folder for the results, if one was named
   * @param target the result for an input
   * @param mayReplace whether a file that is there may be written over
   * @param mayRenew whether an input may be its own result
   * @return target by input
   * @throws RefusedException where a result would fall on an input, on another result, or on a file
   *     that may not be replaced
   */
  static Map<Path, Path> of(
      List<Path> files,
      List<Path> others,
      Optional<Path> out,
      Function<Path, Path> target,
      Predicate<Path> mayReplace,
      Predicate<Path> mayRenew)
      throws RefusedException {
    if (out.isPresent() && Files.exists(out.get()) && !Files.isDirectory(out.get())) {
      throw new RefusedException("“" + out.get() + "”是一个文件，--out 应指定一个文件夹。");
    }
    Set<Path> inputs = new HashSet<>();
    files.forEach(file -> inputs.add(real(file)));
    others.forEach(file -> inputs.add(real(file)));
    Map<Path, Path> targets = new LinkedHashMap<>();
    Map<Path, Path> taken = new HashMap<>();
    for (Path file : files) {
      Path result = target.apply(file);
      boolean renewed = real(result).equals(real(file)) && mayRenew.test(file);
      if (inputs.contains(real(result)) && !renewed) {
        throw new RefusedException("“" + result + "”本身就是这次给出的文件，原文件不会被改动；请用 --out 指定另一个文件夹。");
      }
      Path twin = taken.put(real(result), file);
      if (twin != null && !real(twin).equals(real(file))) {
        throw new RefusedException(
            "“" + twin + "”和“" + file + "”的结果会写到同一个文件“" + result + "”，请分开处理或改名。");
      }
      if (Files.exists(result) && !mayReplace.test(result)) {
        throw new RefusedException(taken(result));
      }
      targets.put(file, result);
    }
    return targets;
  }

  /** Says that a file is there and is not ours. */
  static String taken(Path target) {
    return "“" + target + "”已经存在，而且不是晒账本写的，请换一个 --out 文件夹，或加 --force 覆盖。";
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
