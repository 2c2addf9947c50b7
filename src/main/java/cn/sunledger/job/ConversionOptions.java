package cn.sunledger.job;

import cn.sunledger.export.PackageSettings;
import java.nio.file.Path;

/**
 * What a bulk conversion shall do.
 *
 * @param out the folder for its results
 * @param settings what the results depend on
 * @param threads how many workbooks are worked on at once
 * @param resume whether results of an earlier run are taken over where the source is the same
 * @param force whether results that sunledger did not write may be overwritten
 */
public record ConversionOptions(
    Path out, PackageSettings settings, int threads, boolean resume, boolean force) {}
