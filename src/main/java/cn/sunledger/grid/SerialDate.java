package cn.sunledger.grid;

import cn.sunledger.grid.FormatToken.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;

/** Excel's day numbers as ISO texts. */
final class SerialDate {
  /** Day 2,958,465 is 9999-12-31, the last that Excel shows. */
  private static final long LAST_DAY = 2_958_465;

  private static final int SECONDS_A_DAY = 86_400;
  private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
  private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);

  private SerialDate() {}

  /**
   * The ISO text of a day number, as far as a format shows it: date, time or both; hours beyond a
   * day for elapsed time.
   *
   * @return the text, or null where the number is no date that Excel could show
   */
  static String iso(BigDecimal serial, FormatSection section, boolean date1904) {
    boolean day = false;
    boolean time = false;
    boolean elapsed = false;
    for (FormatToken token : section.tokens()) {
      if (token.is(Kind.DATE)) {
        char letter = token.letter();
        elapsed |= letter == '[';
        boolean halfDay = token.text().contains("/");
        time |= letter == 'h' || letter == 's' || halfDay;
        // a run of a is a day of the week
        day |= "ydegb".indexOf(letter) >= 0 || letter == 'a' && !halfDay;
      }
    }
    // months alone and minutes alone share a letter
    day |= !day && !time && !elapsed;
    if (elapsed) {
      return elapsed(serial);
    }
    return serial.signum() < 0 ? null : text(serial, day, time, date1904);
  }

  private static String text(BigDecimal serial, boolean day, boolean time, boolean date1904) {
    long seconds = seconds(serial);
    if (day && !time) {
      // a date without its time is not rounded up to the next day
      seconds = serial.setScale(0, RoundingMode.FLOOR).longValue() * SECONDS_A_DAY;
    }
    long days = seconds / SECONDS_A_DAY;
    if (days > LAST_DAY) {
      return null;
    }
    String clock = LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY).toString();
    String full = clock.length() == 5 ? clock + ":00" : clock;
    if (!day && days == 0) {
      return full;
    }
    // a time of a known day keeps its day, though the format shows the clock alone
    return time ? date(days, date1904) + "T" + full : date(days, date1904);
  }

  private static String date(long days, boolean date1904) {
    if (date1904) {
      return START_1904.plusDays(days).toString();
    }
    // Excel counts a 29 February 1900 that never was, and a day before the first of January
    if (days == 0) {
      return "1900-01-00";
    }
    if (days == 60) {
      return "1900-02-29";
    }
    return BEFORE_1900.plusDays(days < 60 ? days : days - 1).toString();
  }

  private static String elapsed(BigDecimal serial) {
    long seconds = seconds(serial.abs());
    String sign = serial.signum() < 0 ? "-" : "";
    return "%s%02d:%02d:%02d".formatted(sign, seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static long seconds(BigDecimal serial) {
    BigDecimal bounded = serial.min(BigDecimal.valueOf(LAST_DAY + 2));
    return bounded
        .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
        .setScale(0, RoundingMode.HALF_UP)
        .longValue();
  }
}
