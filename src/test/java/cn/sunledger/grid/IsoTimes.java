package cn.sunledger.grid;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/** Whether an ISO text of ours is the time that another reader's day number stands for. */
final class IsoTimes {
  private static final Pattern LINE =
      Pattern.compile(
          "(?s).*: (?:(\\d{4}-\\d{2}-\\d{2})?(?:T?(\\d+):(\\d{2}):(\\d{2}))?) \\| =(\\d+(?:\\.\\d+)?)");

  private static final long DAY = 86_400;

  private IsoTimes() {}

  static boolean sameTime(String difference) {
    Matcher matcher = LINE.matcher(difference);
    if (!matcher.matches()) {
      return false;
    }
    String date = matcher.group(1);
    double serial = Double.parseDouble(matcher.group(5));
    boolean right = true;
    if (matcher.group(2) != null) {
      long seconds =
          Long.parseLong(matcher.group(2)) * 3600
              + Long.parseLong(matcher.group(3)) * 60
              + Long.parseLong(matcher.group(4));
      double expected = serial * DAY;
      // half a second may be rounded either way
      right = Math.abs(seconds - (date == null ? expected : expected % DAY)) < 0.501;
    }
    return right && (date == null || onDay(date, serial, matcher.group(2) != null));
  }

  /**
   * Midnight of 1900-01-00, which is no day elsewhere, and the day in either of Excel's calendars.
   */
  private static boolean onDay(String date, double serial, boolean timed) {
    if (date.equals("1900-01-00")) {
      return serial < 1;
    }
    double full = timed ? serial + 0.4 / DAY : serial;
    return date.equals(day(full, false)) || date.equals(day(full, true));
  }

  private static String day(double serial, boolean date1904) {
    LocalDateTime time = DateUtil.getLocalDateTime(serial, date1904);
    return time == null ? "" : time.truncatedTo(ChronoUnit.DAYS).toLocalDate().toString();
  }
}
