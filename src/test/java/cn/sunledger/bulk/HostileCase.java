package cn.sunledger.bulk;

import java.util.List;

/**
 * A hostile or broken file and what must become of it.
 *
 * @param file its name
 * @param refusal a regular expression for the sentence that refuses it; empty where it is converted
 * @param csv what its first raw sheet holds, line by line; empty where that is not compared
 * @param said what the descriptor must say of it
 */
record HostileCase(String file, String refusal, List<String> csv, List<String> said) {
  static HostileCase refused(String file, String refusal) {
    return new HostileCase(file, refusal, List.of(), List.of());
  }

  static HostileCase read(String file, String... csv) {
    return new HostileCase(file, "", List.of(csv), List.of());
  }

  HostileCase saying(String... words) {
    return new HostileCase(file, refusal, csv, List.of(words));
  }
}
