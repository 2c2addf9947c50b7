package cn.sunledger.serve;

import cn.sunledger.serve.Desk.Role;
import cn.sunledger.serve.DroppedFile.Choice;
import java.io.IOException;
import java.util.Map;

/** Which request is answered by what. What changes something is asked for by POST only. */
final class Routes {
  private final Desks desks;
  private final Uploads uploads;
  private final Pages pages;
  private final Results results;
  private final Downloads downloads;
  private final Sheets sheets;
  private final Runnable quit;

  Routes(Desks desks, Crew crew, Runnable quit) {
    this.desks = desks;
    this.uploads = new Uploads(desks, crew);
    this.pages = new Pages();
    this.results = new Results(pages);
    this.downloads = new Downloads(desks.workshop());
    this.sheets = new Sheets(desks.workshop(), pages);
    this.quit = quit;
  }

  /**
   * Answers.
   *
   * @param request with the secret taken off its path
   */
  Reply answer(Request request) throws IOException, Refusal, Workshop.Trouble {
    String first = request.path().isEmpty() ? "" : request.path().get(0);
    int words = request.path().size();
    if (words == 1 && first.isEmpty() && !request.post()) {
      return page();
    }
    if (words == 2 && first.equals("assets") && !request.post()) {
      return Assets.asset(request.path().get(1));
    }
    if (words == 1 && first.equals("desks") && request.post()) {
      return Reply.text("text/plain; charset=utf-8", desks.make().id());
    }
    if (words == 1 && first.equals("quit") && request.post()) {
      quit.run();
      return Reply.empty();
    }
    if (words >= 3 && first.equals("d")) {
      Desk desk = desks.desk(request.path().get(1));
      String what = request.path().get(2);
      return request.post() ? change(desk, what, request) : show(desk, what, request);
    }
    throw Refusal.missing();
  }

  private Reply page() throws IOException {
    Limits limits = desks.limits();
    return Reply.html(
        pages.page(
            "page",
            Map.of(
                "mostFiles", limits.files(),
                "mostBytes", limits.fileBytes(),
                "mostMegabytes", limits.fileBytes() >> 20)));
  }

  private Reply change(Desk desk, String what, Request request)
      throws IOException, Refusal, Workshop.Trouble {
    if (request.path().size() != 3) {
      throw Refusal.missing();
    }
    if (what.equals("leave")) {
      desk.presence().leave();
      return Reply.empty();
    }
    desk.presence().sign();
    if (what.equals("files")) {
      Uploads.Taken taken = uploads.take(desk, request);
      return Reply.text("text/plain; charset=utf-8", taken.sentence());
    }
    Map<String, String> form = request.form(desks.limits().form());
    String file = form.getOrDefault("file", "");
    switch (what) {
      case "stay" -> {
        return Reply.empty();
      }
      case "cancel" -> desk.cancel(file);
      case "remove" -> {
        long bytes = desk.file(file).length();
        desk.remove(file);
        desks.give(bytes);
      }
      case "pair" -> desk.choose(file, role(form), choice(form));
      case "answer" -> {
        Outcome outcome =
            desk.answers().take(file, form.getOrDefault("key", ""), form.getOrDefault("value", ""));
        return Reply.html(results.narrative(desk, outcome));
      }
      default -> throw Refusal.missing();
    }
    return Reply.html(results.files(desk));
  }

  private static Role role(Map<String, String> form) throws Refusal {
    return switch (form.getOrDefault("role", "")) {
      case "budget" -> Role.BUDGET;
      case "previous" -> Role.PREVIOUS;
      case "workbook" -> Role.WORKBOOK;
      default -> throw Refusal.missing();
    };
  }

  private static Choice choice(Map<String, String> form) {
    return switch (form.getOrDefault("other", "auto")) {
      case "auto" -> Choice.FOUND;
      case "none" -> new Choice(true, "");
      default -> new Choice(true, form.get("other"));
    };
  }

  private Reply show(Desk desk, String what, Request request)
      throws IOException, Refusal, Workshop.Trouble {
    int words = request.path().size();
    if (words == 3 && what.equals("files")) {
      boolean same = request.parameter("since").equals(String.valueOf(desk.version()));
      return same ? Reply.empty() : Reply.html(results.files(desk));
    }
    if (words == 3 && what.equals("all.zip")) {
      return downloads.all(desk);
    }
    if (words < 4) {
      throw Refusal.missing();
    }
    DroppedFile file = desk.file(request.path().get(3));
    if (words == 4 && what.equals("result")) {
      return Reply.html(results.result(desk, file));
    }
    if (words == 4 && what.equals("sheet")) {
      return Reply.html(sheets.sheet(desk, file, request));
    }
    if (words == 5 && what.equals("sheet") && request.path().get(4).equals("style.css")) {
      return Reply.text("text/css; charset=utf-8", sheets.styles(file));
    }
    if (words == 5 && what.equals("get")) {
      return downloads.one(desk, file, request.path().get(4));
    }
    throw Refusal.missing();
  }
}
