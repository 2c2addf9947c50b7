package cn.sunledger.cli;

import cn.sunledger.job.Stages;
import cn.sunledger.profile.ProfileLoader;
import cn.sunledger.profile.TemplateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which templates are in force. */
final class TemplateOptions {
  @Option(names = "--templates", paramLabel = "DIR", description = "自己的模板文件夹，其中的文件替换程序自带的同名文件")
  private Path folder;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "用哪一套地方模板（见 profiles 命令）；不写则按单位名称自动选用")
  private String profile;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  TemplateFolder templates() {
    if (folder != null && !Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), "--templates 指定的“" + folder + "”不是一个文件夹。");
    }
    return new TemplateFolder(Optional.ofNullable(folder));
  }

  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  Optional<String> profile() {
    TemplateFolder templates = templates();
    if (profile != null && !new ProfileLoader(templates).names().contains(profile)) {
      throw new ParameterException(
          spec.commandLine(),
          "没有名为“"
              + profile
              + "”的模板，可用的有："
              + String.join("、", new ProfileLoader(templates).names())
              + "。");
    }
    return Optional.ofNullable(profile);
  }

  /** Whether none are named, so that nothing can be wrong with them. */
  boolean standard() {
    return folder == null && profile == null;
  }

  Stages stages() {
    return new Stages(templates(), profile());
  }
}
