package cn.sunledger.serve;

import cn.sunledger.job.Stages;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** 网页: the page that workbooks are dropped on, on this machine only, for as long as it is open. */
public final class DropPage implements Closeable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int MOST_CONNECTIONS = 128;
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final HttpServer server;
  private final ThreadPoolExecutor connections;
  private final PrivateFolder folder;
  private final Crew crew = new Crew();
  private final Desks desks;
  private final Gate gate;
  private final Routes routes;
  private final String token = Gate.secret();
  private final AtomicReference<String> ticket = new AtomicReference<>(Gate.secret());
  private final CountDownLatch end = new CountDownLatch(1);

  private DropPage(Stages stages, int port, Limits limits, Path temporary) throws IOException {
    settings();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
    connections =
        new ThreadPoolExecutor(
            0, MOST_CONNECTIONS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Crew.named("web"));
    try {
      folder = PrivateFolder.in(temporary);
    } catch (IOException e) {
      server.stop(0);
      throw e;
    }
    desks = new Desks(folder.path(), limits, new Workshop(stages), crew);
    gate = new Gate(server.getAddress().getPort(), token);
    routes = new Routes(desks, crew, () -> crew.later(LOOK, end::countDown));
    server.setExecutor(connections);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Whoever connects and says nothing is cut off, and small answers are not held back. */
  private static void settings() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", "660");
    System.setProperty("sun.net.httpserver.maxReqHeaders", "60");
  }

  /**
   * Opens the page.
   *
   * @param stages built from the templates in force
   * @param port the port, or 0 for any that is free
   * @throws IOException where the port is taken, or no temporary folder can be made
   */
  public static DropPage open(Stages stages, int port) throws IOException {
    return new DropPage(stages, port, Limits.USUAL, Path.of(System.getProperty("java.io.tmpdir")));
  }

  static DropPage open(Stages stages, Limits limits, Path temporary) throws IOException {
    return new DropPage(stages, 0, limits, temporary);
  }

  /** Where the page is, with the secret that it takes to see it. */
  public String address() {
    return origin() + "/" + token + "/";
  }

  /**
   * An address that leads there once. A browser is started with it, since other users of a machine
   * can read what a program is started with.
   */
  public String ticket() {
    return origin() + "/open/" + ticket.get();
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Path folder() {
    return folder.path();
  }

  /**
   * Waits until the page is told to end.
   *
   * @param unused also ends once no page has been open for this long; zero to stay
   */
  public void await(Duration unused) {
    if (!unused.isZero()) {
      crew.every(
          LOOK,
          () -> {
            if (desks.unused().compareTo(unused) > 0) {
              end.countDown();
            }
          });
    }
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      reply(exchange).send(exchange);
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    try {
      gate.admit(exchange);
      Request request = Request.of(exchange);
      String first = request.path().get(0);
      if (first.equals("open") && request.path().size() == 2 && !request.post()) {
        return opened(request.path().get(1));
      }
      gate.admit(first);
      return request.path().size() == 1
          ? Reply.redirect("/" + token + "/")
          : routes.answer(request.below());
    } catch (Refusal e) {
      return Reply.refused(e);
    } catch (Workshop.Trouble e) {
      return Reply.refused(new Refusal(422, e.getMessage()));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return Reply.refused(
          new Refusal(500, "程序内部出错（" + e.getClass().getSimpleName() + "），请重新打开页面再试。"));
    }
  }

  private Reply opened(String word) throws Refusal {
    String valid = ticket.get();
    if (!valid.equals(word) || !ticket.compareAndSet(valid, Gate.secret())) {
      throw new Refusal(403, "这个地址只能用一次，请用程序给出的地址打开本页。");
    }
    return Reply.redirect("/" + token + "/");
  }

  /** Ends the page and removes all that it kept. */
  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    connections.shutdownNow();
    crew.close();
    desks.close();
    folder.close();
  }
}
