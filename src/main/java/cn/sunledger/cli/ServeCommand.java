package cn.sunledger.cli;

import cn.sunledger.serve.DropPage;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The drop page. */
@Command(
    name = "serve",
    sortOptions = false,
    customSynopsis = SunledgerCommand.NAME + " serve [--port N] [--open]",
    description = {
      "打开网页：把工作簿和情况说明拖进去，核对结果、执行率与同比、情况说明直接显示，可以填写、下载。",
      "只在本机可用，文件不离开这台电脑；关掉网页后临时文件随即清除。",
      "不写任何命令和文件时，等于 serve --open。"
    },
    footer = "例：" + SunledgerCommand.NAME + " serve --open")
final class ServeCommand implements Callable<Integer> {
  private static final int MOST = 65_535;

  /** With nobody to see a terminal, the program ends by itself once its page is closed. */
  private static final Duration UNUSED = Duration.ofMinutes(3);

  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Option(names = "--port", paramLabel = "N", description = "端口；不写则用任意一个空闲的")
  private int port;

  @Option(names = "--open", description = "同时打开浏览器；网页都关掉几分钟后程序自己结束")
  private boolean open;

  @Mixin private TemplateOptions templates;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (port < 0 || port > MOST) {
      throw new ParameterException(spec.commandLine(), "--port 应在 0 到 " + MOST + " 之间。");
    }
    try (DropPage page = DropPage.open(templates.stages(), port)) {
      Thread end = new Thread(page::close, "end");
      Runtime.getRuntime().addShutdownHook(end);
      terminal.results(List.of(page.address()));
      terminal.out().flush();
      if (open && !Browser.open(page.ticket())) {
        terminal.message("没有找到浏览器，请把上面的地址复制到浏览器里打开。");
      } else {
        terminal.message("网页已就绪，只在本机可用；按 Ctrl+C 结束。");
      }
      page.await(open ? UNUSED : Duration.ZERO);
      unhook(end);
      return ExitCode.DONE;
    } catch (BindException e) {
      terminal.message("端口 " + port + " 已被占用，请换一个，或不写 --port。");
      return ExitCode.USAGE;
    }
  }

  private static void unhook(Thread end) {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // the process is ending already, and the hook is what cleans up
      return;
    }
  }
}
