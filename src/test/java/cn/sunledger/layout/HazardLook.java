package cn.sunledger.layout;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Prints what is read of hazards, and whether that is what their files say. */
final class HazardLook {
  private HazardLook() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    TableRecognizer recognizer = Recognizers.national();
    for (String name : args.length == 0 ? all() : List.of(args)) {
      HazardCase hazard = HazardCase.load(name);
      String read = FactText.of(recognizer.recognise(hazard.grid()));
      boolean same = read.equals(hazard.facts());
      out.println("######## " + name + (same ? " ok" : " DIFFERS"));
      if (!same || args.length == 1) {
        out.println(same ? read : difference(hazard.facts(), read));
      }
    }
  }

  private static List<String> all() throws Exception {
    try (Stream<Path> files = Files.list(HazardCase.FOLDER)) {
      return files.map(file -> file.getFileName().toString().replace(".txt", "")).sorted().toList();
    }
  }

  private static String difference(String expected, String read) {
    List<String> wanted = expected.lines().toList();
    List<String> got = read.lines().toList();
    StringBuilder text = new StringBuilder();
    wanted.stream().filter(line -> !got.contains(line)).forEach(l -> text.append("- " + l + "\n"));
    got.stream().filter(line -> !wanted.contains(line)).forEach(l -> text.append("+ " + l + "\n"));
    return text.length() == 0 ? "order differs\n" + read : text.toString();
  }
}
