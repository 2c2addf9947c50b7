package cn.sunledger.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The whole command line, apart from the process it runs in. */
public final class Cli {
  private static final Set<String> OF_ITS_OWN = Set.of("-h", "--help", "-V", "--version");

  private static final List<String> COMMANDS =
      List.of(
          "annotate",
          "check",
          "compare",
          "explain",
          "verify",
          "csv",
          "watch",
          "serve",
          "layouts",
          "rules",
          "profiles",
          "completion");

  private final Terminal terminal;

  /**
   * Over two streams.
   *
   * @param out results
   * @param err messages
   * @param interactive whether a person is looking at a terminal
   */
  public Cli(PrintStream out, PrintStream err, boolean interactive) {
    this.terminal = new Terminal(out, err, interactive);
  }

  /**
   * Runs one command.
   *
   * @param args the command line
   * @param out results, in UTF-8
   * @param err messages, in UTF-8
   * @return the exit code
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return new Cli(out, err, false).run(args);
  }

  /**
   * Runs one command.
   *
   * @param args the command line
   * @return the exit code
   */
  public int run(String... args) {
    try {
      String[] words = withCommand(args);
      return commands(words).execute(words);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Faults(terminal).unexpected(e);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  /**
   * The command that is asked for, or all of them where none is, or where it tells of the others:
   * building one takes its time.
   */
  private CommandLine commands(String[] words) {
    CommandLine line = new CommandLine(new SunledgerCommand());
    boolean one = words.length > 0 && COMMANDS.contains(words[0]) && !words[0].equals("completion");
    for (String name : one ? List.of(words[0]) : COMMANDS) {
      line.addSubcommand(command(name));
    }
    Faults faults = new Faults(terminal);
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setExpandAtFiles(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setUsageHelpWidth(96);
    line.setParameterExceptionHandler(new UsageFaults());
    line.setExecutionExceptionHandler(faults);
    line.getSubcommands().values().forEach(Cli::inChinese);
    return line;
  }

  private Callable<Integer> command(String name) {
    return switch (name) {
      case "annotate" -> new AnnotateCommand(terminal);
      case "check" -> new CheckCommand(terminal);
      case "compare" -> new CompareCommand(terminal);
      case "explain" -> new ExplainCommand(terminal);
      case "verify" -> new VerifyCommand(terminal);
      case "csv" -> new CsvCommand(terminal);
      case "watch" -> new WatchCommand(terminal);
      case "serve" -> new ServeCommand(terminal);
      case "layouts" -> new LayoutsCommand(terminal);
      case "rules" -> new RulesCommand(terminal);
      case "profiles" -> new ProfilesCommand(terminal);
      default -> new CompletionCommand(terminal);
    };
  }

  private static void inChinese(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .synopsisHeading("用法：")
        .descriptionHeading("%n")
        .parameterListHeading("%n参数：%n")
        .optionListHeading("%n选项：%n")
        .footerHeading("%n");
  }

  /** A path without a command is annotated; nothing at all opens the page. */
  private static String[] withCommand(String[] args) {
    if (args.length == 0) {
      return new String[] {"serve", "--open"};
    }
    String first = args[0];
    if (OF_ITS_OWN.contains(first)
        || COMMANDS.contains(first)
        || !first.startsWith("-") && !looksLikePath(first)) {
      return args;
    }
    List<String> words = new ArrayList<>(List.of("annotate"));
    words.addAll(Arrays.asList(args));
    return words.toArray(String[]::new);
  }

  /** A word that names nothing and has neither dot nor slash was meant as a command. */
  private static boolean looksLikePath(String word) {
    try {
      return word.contains(".")
          || word.contains("/")
          || word.contains("\\")
          || Files.exists(Path.of(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
